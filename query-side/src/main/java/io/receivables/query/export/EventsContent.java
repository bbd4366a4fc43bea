package io.receivables.query.export;

import io.receivables.query.seal.ExportEvents;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/** Every stored event up to the last one at the time of the order, compressed; the verifier reads it as it is. */
@Component
class EventsContent implements ExportContent {

    private static final String UP_TO = "toPosition";

    private final ExportEvents events;

    EventsContent(ExportEvents events) {
        this.events = events;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.EVENTS;
    }

    @Override
    public Settled settle(Map<String, String> parameters) {
        long head = events.head();
        events.read(head);
        return Settled.of(parameters, Map.of(UP_TO, Long.toString(head)), null, "events-" + head + ".ndjson.gz",
                "application/gzip");
    }

    @Override
    public void write(ExportJob job, OutputStream out, Progress progress) throws IOException {
        long head = Long.parseLong(job.settled().parameters().getOrDefault(UP_TO, "0"));
        var zip = new GZIPOutputStream(out);
        events.read(head).writeTo(zip, progress::at);
        zip.finish();
    }
}
