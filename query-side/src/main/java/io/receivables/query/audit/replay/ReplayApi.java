package io.receivables.query.audit.replay;

import io.receivables.query.edge.AsOfRequest;
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
class ReplayApi {

    private final Replay replay;
    private final JsonMapper json;

    ReplayApi(Replay replay, JsonMapper json) {
        this.replay = replay;
        this.json = json;
    }

    @GetMapping("/v1/audit/accounts/{id}/replay")
    void account(@PathVariable String id, AsOfRequest asOf, HttpServletResponse response) throws IOException {
        tell(replay.ofAccount(id, asOf), response);
    }

    @GetMapping("/v1/audit/legal-entities/{id}/replay")
    void entity(@PathVariable String id, AsOfRequest asOf, HttpServletResponse response) throws IOException {
        tell(replay.ofEntity(id, asOf), response);
    }

    private void tell(Replay.Telling telling, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        var out = response.getOutputStream();
        var writer = new LineWriter(out, json);
        telling.tell(writer::write);
        out.flush();
        RowCount.note(writer.lines);
    }

    /** The first line goes out at once, the others as the buffer fills. */
    private static final class LineWriter {

        private final OutputStream out;
        private final JsonMapper json;
        private long lines;

        private LineWriter(OutputStream out, JsonMapper json) {
            this.out = out;
            this.json = json;
        }

        private void write(ReplayLine<?> line) {
            try {
                out.write(json.writeValueAsBytes(line));
                out.write('\n');
                lines++;
                if (lines == 1) {
                    out.flush();
                }
            } catch (IOException gone) {
                throw new UncheckedIOException("the reader has gone away", gone);
            }
        }
    }
}
