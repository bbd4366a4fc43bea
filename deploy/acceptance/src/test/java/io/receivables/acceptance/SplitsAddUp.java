package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Whatever a balance is split by, the parts are the whole: by class of receivables, and on the worklists and off them. */
final class SplitsAddUp {

    private SplitsAddUp() {}

    static void check(Book book, LocalDate asAt, long known) {
        var whole = book.aged(asAt.toString(), "asKnown=" + known, "groupBy=none");
        var sum = BigDecimal.ZERO;
        for (var one : new String[]{"TRADE", "NON_TRADE", "OTHER"}) {
            sum = sum.add(balance(book.aged(asAt.toString(), "asKnown=" + known, "groupBy=none",
                    "receivableClass=" + one)));
        }
        assertThat(sum).as("classes at %s as known at %s", asAt, known).isEqualByComparingTo(balance(whole));
        var queues = book.get("/v1/collection-queues?legalEntity=%s&asAt=%s&asKnown=%s".formatted(book.entity(), asAt,
                known)).ok();
        queues.json().path("items").forEach(queue -> queue.path("reconciliation").forEach(it -> {
            if (it.path("of").asString().equals("AGED_BALANCE")) {
                assertThat(new BigDecimal(it.at("/total/amount").asString())).as(queue.toString())
                        .isEqualByComparingTo(balance(whole));
            }
        }));
    }

    private static BigDecimal balance(Answer answer) {
        return new BigDecimal(answer.text("/totals/balance"));
    }
}
