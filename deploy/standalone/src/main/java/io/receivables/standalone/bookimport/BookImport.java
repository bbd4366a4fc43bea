package io.receivables.standalone.bookimport;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a file of invoices or open items into a book.
 *
 * @param cutOver the day from which open items count; null for documents of this book
 * @param accountsFrom from when on accounts that are opened for it are open; null means the cut-over, or their first
 * document
 */
public record BookImport(BookKind kind, String legalEntity, @Nullable LocalDate cutOver,
        @Nullable LocalDate accountsFrom, Mapping mapping, Dialect dialect) {

    public BookImport {
        if (kind == BookKind.OPEN_ITEMS && cutOver == null) {
            throw new ImportRefused("open items need the day from which they count here: --cut-over");
        }
        if (kind == BookKind.INVOICES && cutOver != null) {
            throw new ImportRefused("only open items have a cut-over; invoices count from their own dates");
        }
    }

    /** Writes the commands to a file instead of sending them. */
    public ImportReport write(Path file, Path to) throws IOException {
        var book = read(file);
        var report = new ImportReport(book, "written");
        write(commands(book), to).forEach(report::accepted);
        return report;
    }

    /** Sends the commands and waits for what comes of them. */
    public ImportReport send(Path file, URI server, String token, boolean dryRun)
            throws IOException, InterruptedException {
        var book = read(file);
        var report = new ImportReport(book, dryRun ? "would be accepted" : "accepted");
        var blame = new Blame(book.columns(), kind);
        var batch = Files.createTempFile("receivables-import", ".ndjson");
        try (var client = new BatchClient(server, token)) {
            var lines = write(commands(book), batch);
            if (!lines.isEmpty()) {
                client.run(batch, dryRun, outcome -> {
                    var line = lines.get(Math.toIntExact(outcome.line() - 1));
                    if (outcome.accepted() || "ACCOUNT_ALREADY_EXISTS".equals(outcome.code())) {
                        report.accepted(line);
                    } else {
                        report.refused(blame.finding(outcome, line));
                    }
                });
            }
        } finally {
            Files.delete(batch);
        }
        return report;
    }

    private ReadBook read(Path file) throws IOException {
        return new BookReader(kind, mapping, dialect).read(file);
    }

    private List<BatchLine> commands(ReadBook book) {
        return new BookCommands(kind, legalEntity, cutOver, accountsFrom).of(book.items());
    }

    private static List<BatchLine> write(List<BatchLine> lines, Path to) throws IOException {
        var json = new JsonMapper();
        try (var out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            for (var line : lines) {
                out.write(json.writeValueAsString(line));
                out.write('\n');
            }
        }
        return lines;
    }
}
