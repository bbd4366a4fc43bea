package io.receivables.query.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins; null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Cuts a list that was read one row further than the page, to learn whether there is more. */
    public static <T> Page<T> of(List<T> oneMore, int size, Function<T, List<String>> keys) {
        if (oneMore.size() <= size) {
            return new Page<>(List.copyOf(oneMore), null);
        }
        var items = List.copyOf(oneMore.subList(0, size));
        return new Page<>(items, Cursor.after(keys.apply(items.getLast())));
    }

    public <R> Page<R> with(List<R> others) {
        return new Page<>(others, nextCursor);
    }
}
