package io.receivables.platform.database;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One column of many rows as an array, for {@code unnest}. The driver sends an array in binary form if its class tells what
 * is in it; of an {@code Object[]} it makes a text, with every value escaped, which the server then has to read.
 */
public final class ColumnArray {

    private ColumnArray() {}

    /**
     * @param type of PostgreSQL
     * @param value a text, or a number of exactly that type
     */
    public static <T> @Nullable Object[] of(String type, Collection<T> rows, Function<T, @Nullable Object> value) {
        @Nullable
        Object[] values = switch (type) {
            case "text" -> new @Nullable String[rows.size()];
            case "int8" -> new @Nullable Long[rows.size()];
            case "int4" -> new @Nullable Integer[rows.size()];
            default -> new @Nullable Object[rows.size()];
        };
        int i = 0;
        for (var row : rows) {
            values[i++] = value.apply(row);
        }
        return values;
    }

    /** The places of rows, of type {@code int4}: a column that keeps their order. */
    public static Integer[] places(int rows) {
        return IntStream.range(0, rows).boxed().toArray(Integer[]::new);
    }
}
