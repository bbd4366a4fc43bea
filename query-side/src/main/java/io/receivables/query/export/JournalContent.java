package io.receivables.query.export;

import io.receivables.query.journal.ExportJournal;
import io.receivables.query.journal.JournalRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The journals of a legal entity, for books that are too long for an answer. */
@Component
class JournalContent implements ExportContent {

    private final ExportJournal journal;

    JournalContent(ExportJournal journal) {
        this.journal = journal;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.JOURNAL;
    }

    @Override
    public Settled settle(Map<String, String> parameters) {
        var layout = layout(parameters);
        return Settled.of(parameters,
                Map.of("asKnown", Long.toString(layout.known().position()), "currency",
                        layout.currency().getCurrencyCode()),
                layout.known(), layout.fileName(), layout.mediaType());
    }

    @Override
    public void write(ExportJob job, OutputStream out, Progress progress) throws IOException {
        var parameters = job.settled().parameters();
        journal.write(request(parameters), layout(parameters), out, entries -> progress.at(entries, null));
    }

    private ExportJournal.Layout layout(Map<String, String> parameters) {
        return journal.layout(request(parameters), parameters.get("format"), parameters.get("encoding"));
    }

    private static JournalRequest request(Map<String, String> parameters) {
        return new JournalRequest(parameters.get("legalEntity"), parameters.get("from"), parameters.get("to"),
                parameters.get("asKnown"), parameters.get("currency"));
    }
}
