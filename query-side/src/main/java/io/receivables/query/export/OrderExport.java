package io.receivables.query.export;

import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.Disclosure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Takes an order for an export, once for each key. Everything that can be refused is refused here, and not by a job. */
@Service
class OrderExport {

    private final ExportStore store;
    private final ExportWorker worker;
    private final ExportSettings settings;
    private final ExportRights rights;
    private final JsonMapper json;

    OrderExport(ExportStore store, ExportWorker worker, ExportSettings settings, ExportRights rights,
            JsonMapper json) {
        this.store = store;
        this.worker = worker;
        this.settings = settings;
        this.rights = rights;
        this.json = json;
    }

    /** @param before whether the order had been taken already */
    record Ordered(Export export, boolean before) {}

    Ordered handle(Map<String, @Nullable Object> body, String key) {
        var actor = Actor.current();
        var order = ExportOrder.read(body);
        Disclosure.note(order.parameters(), order.purpose());
        var fingerprint = fingerprint(order);
        rights.require(actor, order.kind());
        if (store.isUsed(actor.subject(), key)) {
            return takenBefore(actor, key, fingerprint);
        }
        if (store.underWay(actor.subject()) >= settings.waiting()) {
            throw new Refusal(ProblemCode.TOO_MANY_REQUESTS,
                    settings.waiting() + " exports of yours are under way already");
        }
        var id = UUID.randomUUID();
        var settled = worker.contentOf(order.kind()).settle(order.parameters());
        if (!store.add(id, order, settled, actor, key, fingerprint)) {
            return takenBefore(actor, key, fingerprint);
        }
        worker.wake();
        return new Ordered(store.find(id, actor.subject()).orElseThrow(), false);
    }

    private Ordered takenBefore(Actor actor, String key, byte[] fingerprint) {
        var same = store.sameAs(actor.subject(), key, fingerprint)
                .orElseThrow(() -> new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED,
                        "the key " + key + " was used for another export"));
        rights.requireStill(actor, same);
        return new Ordered(same, true);
    }

    private byte[] fingerprint(ExportOrder order) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(order));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
