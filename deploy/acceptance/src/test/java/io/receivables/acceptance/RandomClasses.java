package io.receivables.acceptance;

import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Changes of class and the work of collectors at random; many are refused. */
final class RandomClasses {

    private final Random random;
    private final Supplier<String> date;
    private final Sender sender;

    interface Sender {
        void send(String what, String path, Object body);
    }

    RandomClasses(Random random, Supplier<String> date, Sender sender) {
        this.random = random;
        this.date = date;
        this.sender = sender;
    }

    void next(String invoice, String account) {
        var work = "/v1/customer-accounts/" + account + "/collection-case/";
        switch (random.nextInt(6)) {
            case 0 ->
                sender.send("assign case", work + "assignment", Map.of("owner", "collector-" + random.nextInt(3)));
            case 1 -> sender.send("snooze case", work + "snooze",
                    Map.of("until", "2199-01-0" + (1 + random.nextInt(9)), "reason", "promised"));
            case 2 -> sender.send(random.nextBoolean() ? "wake case" : "release case",
                    work + (random.nextBoolean() ? "wake" : "release"), Map.of());
            default -> sender.send("reclassify", "/v1/invoices/" + invoice + "/reclassification",
                    Map.of("receivableClass",
                            random.nextBoolean() ? "NON_TRADE" : random.nextBoolean() ? "OTHER" : "TRADE",
                            "reason", "by contract", "effectiveDate", date.get()));
        }
    }
}
