package io.receivables.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Commands at random that move cash between accounts, keep credits as income, and call claims doubtful. */
final class RandomLosses {

    private final Random random;
    private final Sender commands;
    private final Supplier<String> date;
    private final Supplier<Map<String, String>> amount;
    private final List<String> transfers = new ArrayList<>();
    private final List<String> writeOffs = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();

    /** Sends a command and counts how it was answered. */
    interface Sender {

        /** @param boss whether somebody else sends it than who asks */
        Answer send(String what, boolean boss, String path, Map<String, ?> body);
    }

    RandomLosses(Random random, Sender commands, Supplier<String> date, Supplier<Map<String, String>> amount) {
        this.random = random;
        this.commands = commands;
        this.date = date;
        this.amount = amount;
    }

    /** @param payments of the book; the receiving payment of a transfer joins them */
    void next(List<String> payments, List<String> creditNotes, List<String> invoices, String account) {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> transfer(payments, account);
            case 3 -> commands.send("reverse transfer", false, any(transfers, "/v1/none") + "/reversal", reason());
            case 4, 5 -> writeOff(random.nextBoolean()
                    ? "/v1/payments/" + any(payments)
                    : "/v1/credit-notes/" + any(creditNotes));
            case 6 -> decide("/v1/credit-write-offs/" + any(writeOffs));
            case 7 -> mark("/v1/invoices/" + any(invoices) + "/doubtful");
            default -> commands.send("release doubtful", false, any(marks, "/v1/none") + "/release", reason());
        }
    }

    private void transfer(List<String> payments, String account) {
        var path = "/v1/payments/" + any(payments) + "/transfers";
        var made = commands.send("transfer", false, path, Map.of("accountId", account, "amount", amount.get(), "reason",
                "at random", "effectiveDate", date.get()));
        if (made.status() < 300) {
            payments.add(made.text("/transferId"));
            transfers.add(path + "/" + made.text("/transferId"));
        }
    }

    private void writeOff(String source) {
        var made = commands.send("write off credit", false, source + "/credit-write-offs",
                Map.of("amount", amount.get(), "reason", "unclaimed", "effectiveDate", date.get()));
        if (made.status() < 300) {
            writeOffs.add(made.text("/creditWriteOffId"));
        }
    }

    private void decide(String writeOff) {
        switch (random.nextInt(4)) {
            case 0 -> commands.send("reject credit write-off", true, writeOff + "/rejection", Map.of());
            case 1 -> commands.send("reverse credit write-off", false, writeOff + "/reversal", reason());
            default -> commands.send("approve credit write-off", true, writeOff + "/approval", Map.of());
        }
    }

    private void mark(String path) {
        var made = commands.send("mark doubtful", false, path, reason());
        if (made.status() < 300) {
            marks.add(path + "/" + made.text("/doubtfulId"));
        }
    }

    private Map<String, String> reason() {
        return Book.reason("at random", date.get());
    }

    private String any(List<String> ids) {
        return any(ids, "none");
    }

    private String any(List<String> known, String otherwise) {
        return known.isEmpty() ? otherwise : known.get(random.nextInt(known.size()));
    }
}
