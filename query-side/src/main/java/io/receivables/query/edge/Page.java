package io.receivables.query.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
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

    /** A page of a list that is short enough to be read whole, in the order of its keys. */
    public static <T> Page<T> of(List<T> all, Function<T, List<String>> keys, Paging paging) {
        Function<T, String> place = row -> Cursor.after(keys.apply(row));
        var sorted = all.stream().sorted(Comparator.comparing(row -> String.join("\0", keys.apply(row)))).toList();
        int from = paging.after() == null ? 0 : sorted.stream().map(place).toList().indexOf(paging.after()) + 1;
        if (from == 0 && paging.after() != null) {
            throw Cursor.invalid(paging.after());
        }
        int to = (int) Math.min(sorted.size(), from + paging.size() + 1L);
        return of(sorted.subList(from, to), paging.size(), keys);
    }

    public <R> Page<R> with(List<R> others) {
        return new Page<>(others, nextCursor);
    }
}
