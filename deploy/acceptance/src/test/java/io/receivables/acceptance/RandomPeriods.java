package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Closes months at random, reopens some, and tries to close accounts. */
final class RandomPeriods {

    private final Random random;
    private final Book book;
    private final Sender commands;
    private YearMonth next = YearMonth.of(2024, 1);

    /** Sends a command and counts how it was answered. */
    interface Sender {

        Answer send(String what, String path, Map<String, ?> body);
    }

    RandomPeriods(Random random, Book book, Sender commands) {
        this.random = random;
        this.book = book;
        this.commands = commands;
    }

    void next(String account, String date) {
        switch (random.nextInt(5)) {
            case 0, 1 -> close();
            case 2 -> reopen();
            case 3 -> commands.send("close account", "/v1/customer-accounts/" + account + "/closure",
                    Book.reason("at random", date));
            default -> commands.send("reopen account", "/v1/customer-accounts/" + account + "/reopening",
                    Book.reason("at random", date));
        }
    }

    private void close() {
        if (commands.send("close month", "/v1/periods/" + book.entity() + "/" + next + "/close", reason())
                .status() < 300) {
            next = next.plusMonths(1);
        }
    }

    private void reopen() {
        var last = next.minusMonths(1);
        if (commands.send("reopen month", "/v1/periods/" + book.entity() + "/" + last + "/reopen", reason())
                .status() < 300) {
            next = last;
        }
    }

    private static Map<String, String> reason() {
        return Map.of("reason", "at random");
    }

    /** What was signed is what the ledger gives as it was known then, and late facts lead from there to now. */
    static void everySignOffTies(Book book) {
        book.get("/v1/periods?legalEntity=" + book.entity()).ok().json().path("items").forEach(period -> {
            period.path("signOffs")
                    .forEach(
                            signOff -> assertThat(signOff.path("ties").asBoolean()).as(period.toString()).isTrue());
            period.path("reconciliation")
                    .forEach(it -> assertThat(cents(it, "signedOff").add(cents(it, "lateFacts")))
                            .as(period.toString())
                            .isEqualByComparingTo(cents(it, "now")));
        });
    }

    private static BigDecimal cents(JsonNode reconciliation, String part) {
        return new BigDecimal(reconciliation.path(part).path("amount").asString());
    }
}
