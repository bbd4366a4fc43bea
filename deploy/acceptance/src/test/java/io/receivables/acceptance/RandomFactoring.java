package io.receivables.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Commands at random that assign invoices to a factor, take them back, and pass money on. */
final class RandomFactoring {

    private final Random random;
    private final Sender commands;
    private final Supplier<String> date;
    private final Supplier<Map<String, String>> amount;
    private final List<String> assignments = new ArrayList<>();
    private final Map<String, String> invoiceOf = new HashMap<>();
    private final List<String> settlements = new ArrayList<>();
    private final List<String> held = new ArrayList<>();

    /** Sends a command and counts how it was answered. */
    interface Sender {

        Answer send(String what, String path, Map<String, ?> body);
    }

    RandomFactoring(Random random, Sender commands, Supplier<String> date, Supplier<Map<String, String>> amount) {
        this.random = random;
        this.commands = commands;
        this.date = date;
        this.amount = amount;
    }

    void next(List<String> invoices, List<String> payments, String account) {
        var factoring = "/v1/factoring/" + any(assignments);
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> assign(any(invoices), account);
            case 3 -> commands.send("buy back", factoring + "/buy-back", reason());
            case 4 -> settle(any(assignments));
            case 5 -> commands.send("reverse settlement", anyPath(settlements) + "/reversal", reason());
            case 6 -> hold(any(assignments), any(payments));
            default -> passOn(factoring);
        }
    }

    private void assign(String invoice, String account) {
        var made = commands.send("factor", "/v1/customer-accounts/" + account + "/factoring",
                Map.of("factor", "FACTOR", "recourse", random.nextBoolean(), "items",
                        List.of(Map.of("invoiceId", invoice)), "guaranteeFundPercent", "10", "effectiveDate",
                        date.get()));
        if (made.status() < 300) {
            assignments.add(made.text("/factoringId"));
            invoiceOf.put(made.text("/factoringId"), invoice);
        }
    }

    private void settle(String id) {
        var path = "/v1/factoring/" + id + "/settlements";
        var made = commands.send("settle with factor", path,
                Map.of("items", List.of(Map.of("invoiceId", invoiceOf.getOrDefault(id, "none"), "instalment", 1,
                        "amount", amount.get())), "effectiveDate", date.get()));
        if (made.status() < 300) {
            settlements.add(path + "/" + made.json().path("settlements").get(0).path("settlementId").asString());
        }
    }

    private void hold(String id, String payment) {
        var path = "/v1/factoring/" + id + "/misdirected-payments";
        var made = commands.send("hold for factor", path, Map.of("paymentId", payment, "invoiceId",
                invoiceOf.getOrDefault(id, "none"), "instalment", 1, "amount", amount.get(), "effectiveDate",
                date.get()));
        if (made.status() < 300) {
            held.add(path + "/" + made.json().path("debts").get(0).path("debtId").asString());
        }
    }

    private void passOn(String factoring) {
        if (random.nextBoolean()) {
            commands.send("pay factor", factoring + "/payouts",
                    Map.of("amount", amount.get(), "effectiveDate", date.get()));
        } else {
            commands.send("release from factor", anyPath(held) + "/reversal", reason());
        }
    }

    private Map<String, String> reason() {
        return Book.reason("at random", date.get());
    }

    private String anyPath(List<String> known) {
        return known.isEmpty() ? "/v1/none" : any(known);
    }

    private String any(List<String> known) {
        return known.isEmpty() ? "none" : known.get(random.nextInt(known.size()));
    }
}
