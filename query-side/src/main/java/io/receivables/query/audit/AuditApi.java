package io.receivables.query.audit;

import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.RowCount;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class AuditApi {

    private final AuditTrail trail;
    private final JsonMapper json;

    AuditApi(AuditTrail trail, JsonMapper json) {
        this.trail = trail;
        this.json = json;
    }

    @GetMapping("/v1/audit/events")
    void events(AuditTrail.Filter filter, HttpServletResponse response) throws IOException {
        var reading = trail.read(filter);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        var out = response.getOutputStream();
        RowCount.note(reading.forEach(line -> write(line, out)));
        out.flush();
    }

    @GetMapping("/v1/audit/events/{position}")
    EventLine event(@PathVariable String position) {
        return trail.at(Parameters.position("position", position));
    }

    private void write(EventLine line, OutputStream out) {
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException("the reader has gone away", gone);
        }
    }
}
