package io.receivables.query.audit.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the books are what the history says.
 *
 * @param position up to which the history was read a second time; the books had read exactly as far
 * @param projections the tables of the books
 * @param proved whether no row differs
 */
public record Proof(long position, List<Projection> projections, boolean proved) {

    /**
     * A table.
     *
     * @param rows how many of them were compared
     * @param differences rows that are wrong, missing or too many
     * @param first some of them
     */
    public record Projection(String name, long rows, long differences, List<Difference> first) {}

    /**
     * A row that differs.
     *
     * @param key the fact that it comes from, or the columns by which it is known
     * @param expected what the history says; absent for a row that should not be there
     * @param found what the books say; absent for a row that is missing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(String key, @Nullable Map<String, String> expected,
            @Nullable Map<String, String> found) {}
}
