package io.receivables.standalone;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The open items of a made-up company, as its old ledger writes them, and its aged balance as that ledger has it. */
final class GeneratedBook {

    static final LocalDate CUT_OVER = LocalDate.parse("2025-06-30");
    static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY");
    private static final String HEADER = "Customer No,Customer Name,Document No,Document Type,Invoice Date,Due Date,Amount,Open Amount,Currency";

    private final List<Entry> entries = new ArrayList<>();

    /** @param signed below zero for a credit or payment */
    private record Entry(String customer, String number, String type, LocalDate issued, LocalDate due,
            BigDecimal original, BigDecimal signed, String currency) {

        String row() {
            return String.join(",", customer, "\"Name, of " + customer + "\"", number, type, issued.toString(),
                    due.toString(), original.toPlainString(), signed.toPlainString(), currency);
        }
    }

    GeneratedBook(long seed, int documents) {
        var random = new Random(seed);
        for (int i = 0; i < documents; i++) {
            var currency = CURRENCIES.get(random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2));
            var open = BigDecimal.valueOf(1 + random.nextInt(5_000_000), currency.equals("JPY") ? 0 : 2);
            var original = random.nextInt(4) == 0 ? open.add(BigDecimal.valueOf(random.nextInt(500))) : open;
            var issued = CUT_OVER.minusDays(random.nextInt(400));
            int kind = random.nextInt(10);
            var type = kind < 8 ? "invoice" : kind < 9 ? "credit" : "payment";
            boolean owed = type.equals("invoice");
            entries.add(new Entry("K" + random.nextInt(40), "D" + i, type, issued, issued.plusDays(random.nextInt(90)),
                    owed ? original : original.negate(), owed ? open : open.negate(), currency));
        }
    }

    /** @param spoilt rows that cannot be taken, put before the good ones */
    String csv(String... spoilt) {
        return HEADER + "\n" + String.join("\n", spoilt) + (spoilt.length == 0 ? "" : "\n")
                + entries.stream().map(Entry::row).collect(joining("\n")) + "\n";
    }

    int documents() {
        return entries.size();
    }

    /** Not due, 1-30, 31-60, 61-90, above, and what is unapplied. */
    List<BigDecimal> aged(String currency, LocalDate asAt) {
        var columns = new ArrayList<BigDecimal>();
        for (int column = 0; column < 5; column++) {
            int wanted = column;
            columns.add(sum(currency,
                    entry -> entry.type().equals("invoice") && column(entry.due(), asAt) == wanted));
        }
        columns.add(sum(currency, entry -> !entry.type().equals("invoice")).negate());
        return columns;
    }

    BigDecimal balance(String currency) {
        return sum(currency, _ -> true);
    }

    private static int column(LocalDate due, LocalDate asAt) {
        long days = ChronoUnit.DAYS.between(due, asAt);
        return days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4;
    }

    private BigDecimal sum(String currency, Predicate<Entry> which) {
        return entries.stream()
                .filter(entry -> entry.currency().equals(currency))
                .filter(which)
                .map(Entry::signed)
                .reduce(BigDecimal.valueOf(0, currency.equals("JPY") ? 0 : 2), BigDecimal::add);
    }
}
