package io.receivables.bench.figure;

import io.receivables.bench.book.Book;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares an answer with what was computed by hand, to the cent. */
final class SameCents {

    private SameCents() {}

    /** @throws IllegalStateException when any figure of the totals or of a row differs */
    static void check(String figure, JsonNode answer, List<Map<String, @Nullable Object>> byHand, String groupBy) {
        require(figure, "totals", byHand(byHand.getFirst()), figures(answer.path("totals")));
        require(figure, "ties", true, answer.path("control").path("ties").asBoolean());
        if (!groupBy.equals("none")) {
            require(figure, "rows", byHand.size() - 1, answer.path("rows").size());
            for (int i = 1; i < byHand.size(); i++) {
                var expected = byHand.get(i);
                var row = answer.path("rows").path(i - 1);
                require(figure, "row " + i, key(groupBy, expected.get("key")),
                        row.path(groupBy.equals("account") ? "accountId" : "customerId").asString());
                require(figure, "row " + i, byHand(expected), figures(row));
            }
        }
    }

    private static String key(String groupBy, @Nullable Object no) {
        int number = no instanceof Number key ? key.intValue() : -1;
        return groupBy.equals("account") ? Book.account(number) : Book.customer(number);
    }

    private static List<Long> byHand(Map<String, @Nullable Object> row) {
        var figures = new ArrayList<Long>();
        for (var column : List.of("b0", "b1", "b2", "b3", "b4", "free", "balance")) {
            figures.add(row.get(column) instanceof Number amount ? amount.longValue() : 0L);
        }
        return figures;
    }

    private static List<Long> figures(JsonNode amounts) {
        var figures = new ArrayList<Long>();
        figures.add(cents(amounts.path("notDue")));
        amounts.path("buckets").forEach(bucket -> figures.add(cents(bucket)));
        figures.add(cents(amounts.path("unapplied")));
        figures.add(cents(amounts.path("balance")));
        return figures;
    }

    private static long cents(JsonNode amount) {
        return new BigDecimal(amount.asString()).movePointRight(2).longValueExact();
    }

    private static void require(String figure, String what, Object byHand, Object answered) {
        if (!byHand.equals(answered)) {
            throw new IllegalStateException(figure + ": " + what + " differ: by hand " + byHand + ", answered "
                    + answered);
        }
    }
}
