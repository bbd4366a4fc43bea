package io.receivables.standalone.bookimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.receivables.events.money.Money;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was read, what was accepted, and why each other row was refused. */
public final class ImportReport {

    private static final int MOST_SHOWN = 20;

    private final Map<String, Sums> byCurrency = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final String verb;
    private int rows;
    private int unreadable;
    private int accounts;

    /** Amounts as they count in a balance: credits and payments are below zero. */
    private static final class Sums {

        private int rowsRead;
        private int rowsAccepted;
        private Money read;
        private Money accepted;

        private Sums(Currency currency) {
            read = Money.zero(currency);
            accepted = read;
        }
    }

    /** @param verb what happened to the rows that are good: "accepted", "written" */
    ImportReport(ReadBook book, String verb) {
        this.verb = verb;
        for (var row : book.rows()) {
            rows++;
            if (row.amount() == null) {
                unreadable++;
            } else {
                var sums = sums(row.amount());
                sums.rowsRead++;
                sums.read = sums.read.plus(row.amount());
                // Nothing is open, so nothing is to do: it counts as done.
                if (row.item() == null && row.findings().isEmpty()) {
                    sums.rowsAccepted++;
                }
            }
        }
        findings.addAll(book.findings());
    }

    void accepted(BatchLine line) {
        if (line.amount() == null) {
            accounts++;
        } else {
            var sums = sums(line.amount());
            sums.rowsAccepted++;
            sums.accepted = sums.accepted.plus(line.amount());
        }
    }

    void refused(Finding finding) {
        findings.add(finding);
    }

    private Sums sums(Money amount) {
        return byCurrency.computeIfAbsent(amount.currency().getCurrencyCode(), _ -> new Sums(amount.currency()));
    }

    public boolean isClean() {
        return findings.isEmpty();
    }

    /** The totals, and the first refusals. */
    public void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%,d rows, %,d accounts opened or open already%n", rows, accounts);
        out.printf("%-4s %9s %24s %9s %24s%n", "", "rows", "in the file", "rows", verb);
        byCurrency.forEach((currency, sums) -> out.printf(Locale.ROOT, "%-4s %,9d %24s %,9d %24s%n", currency,
                sums.rowsRead, shown(sums.read), sums.rowsAccepted, shown(sums.accepted)));
        if (unreadable > 0) {
            out.printf(Locale.ROOT, "%,d rows have no amount that can be read%n", unreadable);
        }
        inOrder().stream()
                .limit(MOST_SHOWN)
                .forEach(it -> out.println("line " + it.line() + place(it) + ": "
                        + it.code() + ", " + it.detail()));
        if (findings.size() > MOST_SHOWN) {
            out.printf(Locale.ROOT, "and %,d more refusals: --report FILE has them all%n",
                    findings.size() - MOST_SHOWN);
        }
        out.flush();
    }

    private static String shown(Money money) {
        return String.format(Locale.ROOT, "%,." + money.amount().scale() + "f", money.amount());
    }

    private static String place(Finding finding) {
        return finding.column().isEmpty() ? "" : ", " + finding.column();
    }

    /** Every refusal as CSV, with the line of the file. */
    public void write(Path file) throws IOException {
        try (var out = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.writeRecord("line", "column", "code", "detail");
            for (var it : inOrder()) {
                out.writeRecord(Long.toString(it.line()), it.column(), it.code(), it.detail());
            }
        }
    }

    List<Finding> inOrder() {
        return findings.stream().sorted(Comparator.comparingLong(Finding::line)).toList();
    }
}
