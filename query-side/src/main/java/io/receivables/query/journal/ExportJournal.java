package io.receivables.query.journal;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.BookCuts;
import io.receivables.query.edge.BookRequest;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.CustomerNames;
import io.receivables.query.ledger.Known;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Writes the journals to a file on disk before anything is answered: whoever gets it gets all of it, or a refusal. A file is in
 * one currency, for its amounts have no other unit.
 */
@Service
@SnapshotRead
public class ExportJournal {

    private final ReadJournal journal;
    private final GetJournal questions;
    private final BookCuts cuts;
    private final CustomerNames names;

    ExportJournal(ReadJournal journal, GetJournal questions, BookCuts cuts, CustomerNames names) {
        this.journal = journal;
        this.questions = questions;
        this.cuts = cuts;
        this.names = names;
    }

    /** The layouts of a file. */
    enum Format {
        FEC
    }

    /** A whole file; who takes it removes it. */
    record Written(Path file, Layout layout) {}

    /**
     * How a file is laid out.
     *
     * @param known the cut of what is in it
     */
    public record Layout(String fileName, Charset charset, Currency currency, Known known) {

        public String mediaType() {
            return "text/plain;charset=" + charset.name();
        }
    }

    /**
     * What the file will be, or why there cannot be one.
     *
     * @param format absent: FEC, the only one
     * @param encoding absent: UTF-8
     */
    public Layout layout(JournalRequest request, @Nullable String format, @Nullable String encoding) {
        if (format != null) {
            Parameters.choice("format", format, Format.class);
        }
        var charset = charset(encoding);
        var asked = questions.asked(request);
        var entity = asked.range().entity();
        var siren = entity.siren();
        if (siren == null) {
            throw new Refusal(ProblemCode.SIREN_MISSING, "the name of the file begins with the SIREN of "
                    + entity.legalEntity() + ", which is not known; set it with PUT /v1/legal-entities/"
                    + entity.legalEntity());
        }
        var currency = cuts.of(new BookRequest(entity.legalEntity().value(), request.to(), request.asKnown(),
                request.currency(), null, null)).currency();
        return new Layout(FecFile.name(siren, asked.range().to()), charset, currency, asked.known());
    }

    /** Into a temporary file. */
    Written write(JournalRequest request, @Nullable String format, @Nullable String encoding) {
        var layout = layout(request, format, encoding);
        var file = temporary();
        try (var out = Files.newOutputStream(file)) {
            write(request, layout, out, _ -> {
                // Nobody waits for it but the client.
            });
        } catch (IOException e) {
            remove(file);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            remove(file);
            throw e;
        }
        return new Written(file, layout);
    }

    /**
     * Into a stream, which stays open.
     *
     * @param entries is told how many there are so far
     */
    public void write(JournalRequest request, Layout layout, OutputStream out, LongConsumer entries)
            throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, layout.charset()));
        var asked = questions.asked(request);
        var fec = new FecFile(writer, asked.range().entity(), names);
        var written = new AtomicLong();
        journal.read(asked.range(), entry -> {
            if (entry.currency().equals(layout.currency())) {
                fec.write(entry);
                entries.accept(written.incrementAndGet());
            }
            return true;
        });
        writer.flush();
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("receivables-journal-", ".txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The decree names ISO 8859-15; UTF-8 is commonly accepted. */
    private static Charset charset(@Nullable String encoding) {
        return switch (encoding == null ? "UTF-8" : encoding.toUpperCase(Locale.ROOT)) {
            case "UTF-8" -> StandardCharsets.UTF_8;
            case "ISO-8859-15" -> Charset.forName("ISO-8859-15");
            default -> throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "encoding " + encoding + " is neither UTF-8 nor ISO-8859-15");
        };
    }
}
