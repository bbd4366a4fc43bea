package io.receivables.acceptance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/** Due dates at random. */
record RandomTerms(Random random, Book book) {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    /** All that is due of an invoice gets two other dates; at another business date more or less may be open. */
    void reschedule(String invoice, BiConsumer<String, Map<String, Object>> send) {
        var known = book.get("/v1/invoices/" + invoice + "?asAt=2030-01-01");
        var due = known.status() == 200 ? new BigDecimal(known.amount("amountDue")) : BigDecimal.TEN;
        var date = FIRST.plusDays(random.nextInt(300));
        var first = due.scaleByPowerOfTen(-1).setScale(2, RoundingMode.FLOOR);
        var instalments = List.of(part(date, first), part(date, due.subtract(first)));
        send.accept("/v1/invoices/" + invoice + "/reschedule",
                Map.of("instalments", instalments, "reason", "at random", "effectiveDate", date.toString()));
    }

    private Map<String, Object> part(LocalDate date, BigDecimal amount) {
        return Map.of("dueDate", date.plusDays(random.nextInt(90)).toString(), "amount",
                book.money(amount.toPlainString()));
    }
}
