package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Commands at random that contest, promise and agree, and the runs that judge them. None of them moves money. */
final class RandomAgreements {

    private final Random random;
    private final Book book;
    private final Sender commands;
    private final Supplier<String> account;
    private final Supplier<String> date;
    private final Supplier<Map<String, String>> amount;
    private final List<String> disputes = new ArrayList<>();
    private final List<String> promises = new ArrayList<>();
    private final List<String> plans = new ArrayList<>();

    /** Sends a command and counts how it was answered. */
    interface Sender {

        Answer send(String what, String path, Map<String, ?> body);
    }

    RandomAgreements(Random random, Book book, Supplier<String> account, Supplier<Map<String, String>> amount,
            Supplier<String> date, Sender commands) {
        this.random = random;
        this.book = book;
        this.account = account;
        this.amount = amount;
        this.date = date;
        this.commands = commands;
    }

    void next(List<String> invoices) {
        var invoice = any(invoices);
        switch (random.nextInt(12)) {
            case 0, 1 -> dispute(invoice);
            case 2 -> commands.send("resolve dispute", any(disputes) + "/resolution", with(reason(), Map.of("outcome",
                    random.nextBoolean() ? "REJECTED" : "WITHDRAWN")));
            case 3 -> commands.send("assign dispute", any(disputes) + "/assignment",
                    with(reason(), Map.of("owner", "sales")));
            case 4, 5 -> promise();
            case 6 -> commands.send("withdraw promise", any(promises) + "/withdrawal", reason());
            case 7, 8 -> plan(invoice);
            case 9 -> commands.send("accept plan", any(plans) + "/acceptance",
                    Map.of("evidence", "signed", "effectiveDate", date.get()));
            case 10 -> commands.send("cancel plan", any(plans) + "/cancellation", reason());
            default -> run();
        }
    }

    private void dispute(String invoice) {
        var path = "/v1/invoices/" + invoice + "/disputes";
        var made = commands.send("dispute", path, with(reason(), Map.of("amount", amount.get())));
        if (made.status() < 300) {
            disputes.add(path + "/" + made.text("/disputeId"));
        }
    }

    private void promise() {
        var path = "/v1/customer-accounts/" + account.get() + "/promises";
        var made = date.get();
        var answer = commands.send("promise", path, Map.of("amount", amount.get(), "effectiveDate", made,
                "promisedDate", LocalDate.parse(made).plusDays(1L + random.nextInt(60)).toString()));
        if (answer.status() < 300) {
            promises.add(path + "/" + answer.text("/promiseId"));
        }
    }

    /** Over what is due at the date; what is due no more later is refused. */
    private void plan(String invoice) {
        var from = date.get();
        var found = book.get("/v1/invoices/" + invoice + "?asAt=" + from);
        if (found.status() != 200) {
            return;
        }
        var due = new BigDecimal(found.amount("amountDue"));
        var first = due.divideToIntegralValue(BigDecimal.TWO).max(BigDecimal.ONE);
        var day = LocalDate.parse(from);
        var path = "/v1/customer-accounts/" + found.text("/accountId") + "/payment-plans";
        var made = commands.send("propose plan", path, Map.of("items", List.of(Map.of("invoiceId", invoice)), "rates",
                List.of(Map.of("dueDate", day.plusDays(20).toString(), "amount", book.money(first.toPlainString())),
                        Map.of("dueDate", day.plusDays(50).toString(), "amount",
                                book.money(due.subtract(first).max(BigDecimal.ZERO).toPlainString()))),
                "reason", "at random", "effectiveDate", from));
        if (made.status() < 300) {
            plans.add(path + "/" + made.text("/planId"));
        }
    }

    void run() {
        commands.send("judge agreements", "/v1/agreement-runs", Map.of("legalEntity", book.entity()));
    }

    private Map<String, Object> reason() {
        return Map.of("reason", "at random", "effectiveDate", date.get());
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, ?> other) {
        var all = new LinkedHashMap<String, Object>(one);
        all.putAll(other);
        return all;
    }

    private String any(List<String> paths) {
        return paths.isEmpty() ? "/v1/none" : paths.get(random.nextInt(paths.size()));
    }

    /** Whatever is agreed: ageing by plan has the total of the contract, and no more is disputed than open. */
    static void hold(Book book, LocalDate asAt, long known) {
        var contract = book.aged(asAt.toString(), "asKnown=" + known).json().path("totals");
        var plan = book.aged(asAt.toString(), "asKnown=" + known, "basis=plan").json().path("totals");
        for (var figure : List.of("balance", "unapplied", "disputed")) {
            assertThat(plan.path(figure)).as("%s at %s as known at %s", figure, asAt, known)
                    .isEqualTo(contract.path(figure));
        }
        var open = new BigDecimal(contract.path("balance").asString())
                .add(new BigDecimal(contract.path("unapplied").asString()));
        assertThat(new BigDecimal(contract.path("disputed").asString())).isBetween(BigDecimal.ZERO, open);
        assertThat(plan.path("buckets").valueStream().map(it -> new BigDecimal(it.asString())))
                .allMatch(it -> it.signum() >= 0);
    }
}
