package io.receivables.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Limits, holds and reports at random; they stop some invoices and must never move a balance. */
final class RandomCredit {

    private final Random random;
    private final Supplier<String> account;
    private final Supplier<Map<String, String>> amount;
    private final Supplier<String> date;
    private final Sender sender;
    private final List<String> holds = new ArrayList<>();

    /** Sends a command and counts what became of it. */
    interface Sender {
        Answer send(String what, String method, String path, Object body);
    }

    RandomCredit(Random random, Supplier<String> account, Supplier<Map<String, String>> amount, Supplier<String> date,
            Sender sender) {
        this.random = random;
        this.account = account;
        this.amount = amount;
        this.date = date;
        this.sender = sender;
    }

    void next() {
        var path = "/v1/customer-accounts/" + account.get();
        switch (random.nextInt(5)) {
            case 0 -> sender.send("set limit", "PUT", path + "/credit-limit", Map.of("limit",
                    Map.of("amount", 2_000 + random.nextInt(9_000) + ".00", "currency", amount.get().get("currency")),
                    "reason", "at random"));
            case 1 -> sender.send("report exposure", "PUT", path + "/exposure-parts",
                    Map.of("secured", amount.get(), "effectiveDate", date.get()));
            case 2 -> {
                var placed = sender.send("hold", "POST", path + "/holds", Book.reason("at random", date.get()));
                if (placed.status() == 201) {
                    holds.add(path + "/holds/" + placed.text("/holdId"));
                }
            }
            default -> {
                if (!holds.isEmpty()) {
                    sender.send("release", "POST", holds.removeLast() + "/release",
                            Book.reason("at random", "2025-01-01"));
                }
            }
        }
    }
}
