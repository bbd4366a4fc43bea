package io.receivables.query.audit.proof;

import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.Scope;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProofApi {

    private final Proofs proofs;

    ProofApi(Proofs proofs) {
        this.proofs = proofs;
    }

    /** Of a short history a proof of now, else the newest one that came to its end. */
    @GetMapping("/v1/audit/proof")
    Proof proof(@RequestParam(required = false) @Nullable String legalEntity) {
        return proofs.latest(Scope.of(legalEntity));
    }

    /**
     * Begins to prove the books of all legal entities; the answer is read by those who may see each. Without Idempotency-Key, like a
     * rebuild: it changes no books, and while one runs another is refused.
     *
     * @throws Refusal PROOF_RUNNING
     */
    @PostMapping("/v1/audit/proofs")
    ResponseEntity<ProofJob> start() {
        var id = proofs.start(Actor.current().subject());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/audit/proofs/" + id))
                .body(find(id.toString(), Scope.of(null)));
    }

    @GetMapping("/v1/audit/proofs/{id}")
    ProofJob one(@PathVariable String id, @RequestParam(required = false) @Nullable String legalEntity) {
        return find(id, Scope.of(legalEntity));
    }

    private ProofJob find(String id, Scope scope) {
        return proofs.find(read(id), scope).orElseThrow(() -> notFound(id));
    }

    private static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw notFound(id);
        }
    }

    private static Refusal notFound(String id) {
        return new Refusal(ProblemCode.PROOF_NOT_FOUND, "there is no proof " + id);
    }
}
