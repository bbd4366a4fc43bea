package io.receivables.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Reminders at random: runs, blocks, contacts. Only the fees of letters move the books. */
final class RandomDunning {

    private final Random random;
    private final Book book;
    private final Supplier<String> account;
    private final Supplier<String> date;
    private final RandomCredit.Sender sender;

    RandomDunning(Random random, Book book, Supplier<String> account, Supplier<String> date,
            RandomCredit.Sender sender) {
        this.random = random;
        this.book = book;
        this.account = account;
        this.date = date;
        this.sender = sender;
    }

    /** Levels that come soon, with a fee. */
    static Map<String, Object> rules(Book book) {
        return Map.of("levels", List.of(Map.of("level", 1, "daysPastDue", 3), Map.of("level", 2, "daysPastDue", 10,
                "minDaysSincePrevious", 5, "fee", book.money("3.00"))));
    }

    void next(String invoice) {
        switch (random.nextInt(4)) {
            case 0, 1 -> sender.send("remind", "POST", "/v1/dunning-runs", Map.of("legalEntity", book.entity(), "asAt",
                    date.get(), "dryRun", random.nextInt(3) == 0));
            case 2 -> sender.send("block reminders", "POST", "/v1/invoices/" + invoice + "/dunning-blocks",
                    Book.reason("at random", date.get()));
            default -> sender.send("change contact", "PUT", "/v1/customer-accounts/" + account.get() + "/contact",
                    Map.of("language", random.nextBoolean() ? "FR" : "EN"));
        }
    }
}
