package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Every fact that a command can make is booked, in entries that balance; whatever month they are booked in, once all months
 * are over the accounts of customers are the aged balance.
 */
final class RandomJournals {

    /** After every date that a fact may be booked under. */
    private static final String END = "2199-12-31";

    private RandomJournals() {}

    static void tie(Book book, long known) {
        var booked = new TreeMap<String, BigDecimal>();
        var unidentified = BigDecimal.ZERO;
        String after = null;
        do {
            var page = book.get("/v1/journal-entries?legalEntity=" + book.entity() + "&from=1970-01-01&to=" + END
                    + "&limit=500&asKnown=" + known + (after == null ? "" : "&after=" + after)).ok().json();
            for (var entry : page.path("items")) {
                balances(entry);
                for (var line : entry.path("lines")) {
                    if (line.has("accountId")) {
                        booked.merge(line.path("accountId").asString(), amount(line), BigDecimal::add);
                    }
                    if (line.path("role").asString().equals("UNIDENTIFIED")) {
                        unidentified = unidentified.subtract(amount(line));
                    }
                }
            }
            after = page.path("nextCursor").isNull() ? null : page.path("nextCursor").asString();
        } while (after != null);
        booked.values().removeIf(it -> it.signum() == 0);

        var aged = book.aged(END, "asKnown=" + known);
        var expected = new TreeMap<String, BigDecimal>();
        aged.json().path("rows").forEach(row -> {
            var balance = new BigDecimal(row.path("balance").asString());
            if (balance.signum() != 0) {
                expected.put(row.path("accountId").asString(), balance);
            }
        });
        assertThat(booked).as("as known at %s", known).isEqualTo(expected);
        assertThat(unidentified).isEqualByComparingTo(aged.text("/unidentified"));
    }

    private static void balances(JsonNode entry) {
        var sum = BigDecimal.ZERO;
        for (var line : entry.path("lines")) {
            sum = sum.add(amount(line));
        }
        assertThat(sum).as(entry.toString()).isZero();
    }

    private static BigDecimal amount(JsonNode line) {
        return new BigDecimal(line.at("/debit/amount").asString())
                .subtract(new BigDecimal(line.at("/credit/amount").asString()));
    }
}
