package io.receivables.query.edge;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The legal entities that an answer may contain. What belongs to another entity does not exist for the one who asks.
 *
 * @param entities never empty, so that it fits an SQL list
 */
public record Scope(boolean all, Set<String> entities) {

    private static final Set<String> NONE = Set.of("");

    /** All that the actor may see, or the one that is named, if the actor may see it. */
    public static Scope of(@Nullable String legalEntity) {
        var actor = Actor.current();
        if (legalEntity != null) {
            requireVisible(legalEntity);
            return new Scope(false, Set.of(legalEntity));
        }
        return new Scope(actor.allEntities(), actor.entities().isEmpty() ? NONE : actor.entities());
    }

    public static boolean isVisible(String legalEntity) {
        return Actor.current().maySee(new LegalEntityId(legalEntity));
    }

    public static void requireVisible(String legalEntity) {
        if (!isVisible(legalEntity)) {
            throw new Refusal(ProblemCode.LEGAL_ENTITY_NOT_FOUND, "there is no legal entity " + legalEntity);
        }
    }

    public boolean contains(LegalEntityId entity) {
        return all || entities.contains(entity.value());
    }
}
