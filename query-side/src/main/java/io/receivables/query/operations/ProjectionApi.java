package io.receivables.query.operations;

import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.Page;
import io.receivables.query.ledger.LedgerStatus;
import io.receivables.query.ledger.Rebuild;
import io.receivables.query.ledger.RebuildLedger;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProjectionApi {

    private final LedgerStatus status;
    private final RebuildLedger rebuilds;

    ProjectionApi(LedgerStatus status, RebuildLedger rebuilds) {
        this.status = status;
        this.rebuilds = rebuilds;
    }

    /**
     * A projection and how it follows the event store.
     *
     * @param lagEvents facts that it has not read, at most
     * @param lagSeconds how long the oldest of them has been waiting
     * @param parked facts that could not be booked or wait behind such a one
     * @param rebuild the one that was started last
     */
    record Projection(String name, long position, long head, long lagEvents, double lagSeconds, long parked,
            @Nullable Rebuild rebuild) {}

    @GetMapping("/v1/operations/projections")
    Page<Projection> projections() {
        var now = status.now();
        return new Page<>(List.of(new Projection(now.name(), now.position(), now.head(), now.lagEvents(),
                now.lagSeconds(), now.parked(), rebuilds.latest().orElse(null))), null);
    }

    @PostMapping("/v1/operations/projections/{name}/rebuild")
    ResponseEntity<Rebuild> rebuild(@PathVariable String name) {
        if (!name.equals(status.now().name())) {
            throw new Refusal(ProblemCode.PROJECTION_NOT_FOUND, "there is no projection " + name);
        }
        var id = rebuilds.start(Actor.current().subject());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/operations/rebuilds/" + id))
                .body(rebuilds.find(id).orElseThrow());
    }

    @GetMapping("/v1/operations/rebuilds/{id}")
    Rebuild one(@PathVariable String id) {
        return rebuilds.find(read(id)).orElseThrow(() -> notFound(id));
    }

    private static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw notFound(id);
        }
    }

    private static Refusal notFound(String id) {
        return new Refusal(ProblemCode.REBUILD_NOT_FOUND, "there is no rebuild " + id);
    }
}
