package io.receivables.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Late charges at random: claimed one by one and by runs, paid and given up. */
final class RandomChargeCommands {

    /** Posts, and counts what becomes of it. */
    interface Sender {

        Answer send(String what, String path, Object body);
    }

    private static final LocalDate FIRST = LocalDate.of(2024, 2, 1);

    private final Random random;
    private final Book book;
    private final Sender sender;
    private final List<String> charges = new ArrayList<>();

    RandomChargeCommands(Random random, Book book, Sender sender) {
        this.random = random;
        this.book = book;
        this.sender = sender;
    }

    /** What the policy of the book says about lateness. */
    static Map<String, Object> rules(Book book, String disputedItems) {
        return Map.of("interest", Map.of("annualPercent", "12"), "fixedIndemnity", book.money("40.00"), "scale",
                Map.of("kind", "PROGRESSIVE", "amount", book.money("5.00"), "step", book.money("2.50"), "periodDays",
                        30,
                        "cap", book.money("20.00")),
                "disputedItems", disputedItems);
    }

    void next(String invoice, String payment) {
        switch (random.nextInt(5)) {
            case 0 -> claim(invoice);
            case 1 -> sender.send("run late charges", "/v1/late-charge-runs",
                    Map.of("legalEntity", book.entity(), "asAt", date()));
            case 2 -> sender.send("reverse charge", any() + "/reversal", Book.reason("goodwill", date()));
            default -> pay(payment);
        }
    }

    private void claim(String invoice) {
        var body = new LinkedHashMap<String, Object>(Map.of("kind",
                List.of("INTEREST", "FIXED_INDEMNITY", "FEE").get(random.nextInt(3)), "effectiveDate", date()));
        if (random.nextBoolean()) {
            body.put("amount", book.money("1" + random.nextInt(90) + ".50"));
        }
        var path = "/v1/invoices/" + invoice + "/late-charges";
        var claimed = sender.send("claim charge", path, body);
        if (claimed.status() < 300) {
            charges.add(path + "/" + claimed.text("/chargeId"));
        }
    }

    private void pay(String payment) {
        var charge = any();
        sender.send("pay charge", "/v1/payments/" + payment + "/allocations",
                Map.of("chargeId", charge.substring(charge.lastIndexOf('/') + 1), "amount",
                        book.money(1 + random.nextInt(30) + ".00"), "effectiveDate", date()));
    }

    private String any() {
        return charges.isEmpty() ? "/v1/invoices/none/late-charges/none" : charges.get(random.nextInt(charges.size()));
    }

    private String date() {
        return FIRST.plusDays(random.nextInt(270)).toString();
    }
}
