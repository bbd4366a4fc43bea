package io.receivables.query.export;

import io.receivables.platform.identity.AccessMatrix;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Who may have an export: when it is ordered, and again whenever something of it is handed out, by the rights of that moment. */
@Component
class ExportRights {

    private final AccessMatrix access;
    private final ExportStore store;

    ExportRights(AccessMatrix access, ExportStore store) {
        this.access = access;
        this.store = store;
    }

    /** @throws Refusal FORBIDDEN: the actor may not ask for the same as an answer */
    void require(Actor actor, ExportKind kind) {
        if (!access.allows(actor, kind.sameRightAs())) {
            throw new Refusal(ProblemCode.FORBIDDEN, "none of the token's roles may export " + kind.code()
                    + ": that takes one that may call " + kind.sameRightAs());
        }
    }

    /**
     * What was ordered with wider rights is not for narrower ones.
     *
     * @param actor who has ordered it
     * @throws Refusal FORBIDDEN
     */
    void requireStill(Actor actor, Export export) {
        require(actor, export.kind());
        var then = store.orderedBy(export.exportId());
        if (actor.allEntities()) {
            return;
        }
        if (then.allEntities()) {
            throw new Refusal(ProblemCode.FORBIDDEN, "export " + export.exportId()
                    + " was ordered for all legal entities; the token is for " + new TreeSet<>(actor.entities()));
        }
        var missing = new TreeSet<>(then.entities());
        missing.removeAll(actor.entities());
        if (!missing.isEmpty()) {
            throw new Refusal(ProblemCode.FORBIDDEN, "export " + export.exportId()
                    + " was ordered by a token that was for " + missing + " too, and this one is not");
        }
    }
}
