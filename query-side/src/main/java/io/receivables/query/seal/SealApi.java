package io.receivables.query.seal;

import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SealApi {

    private final ReadProofs proofs;
    private final ExportEvents export;

    SealApi(ReadProofs proofs, ExportEvents export) {
        this.proofs = proofs;
        this.export = export;
    }

    @GetMapping("/v1/audit/checkpoints")
    Page<Checkpoint> checkpoints(Paging paging) {
        return proofs.checkpoints(paging);
    }

    /** Everybody who ever signed, in the order of their time. */
    record Keys(List<KeyStatement> items) {}

    @GetMapping("/v1/audit/signing-keys")
    Keys keys() {
        return new Keys(proofs.keys());
    }

    @GetMapping("/v1/audit/inclusion")
    Proof.Inclusion inclusion(@RequestParam String position, @RequestParam(required = false) @Nullable String count) {
        return proofs.inclusion(Parameters.position("position", position),
                count == null ? null : Parameters.position("count", count));
    }

    @GetMapping("/v1/audit/consistency")
    Proof.Consistency consistency(@RequestParam String from, @RequestParam String to) {
        return proofs.consistency(Parameters.position("from", from), Parameters.position("to", to));
    }

    /** Every stored event, byte for byte, for the verifier. */
    @GetMapping("/v1/exports/events")
    void events(HttpServletResponse response) throws IOException {
        var reading = export.read();
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader("Content-Disposition", "attachment; filename=\"events.ndjson\"");
        var out = response.getOutputStream();
        reading.writeTo(out, (_, _) -> {
            // Nobody waits for it but the client.
        });
        out.flush();
    }
}
