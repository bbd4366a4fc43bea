package io.receivables.platform.identity;

import io.receivables.events.entity.LegalEntityId;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Whoever sent a request.
 *
 * @param subject stable name of the person or machine, as in the token
 * @param roles the roles that the product knows, as tokens spell them; others in the token give nothing
 * @param entities the legal entities whose data the actor may see and change; empty with {@code allEntities} unset is none
 * @param allEntities whether every legal entity is allowed
 */
public record Actor(String subject, Set<String> roles, Set<String> entities, boolean allEntities) {

    public Actor {
        roles = Set.copyOf(roles);
        entities = Set.copyOf(entities);
    }

    public boolean maySee(LegalEntityId entity) {
        return allEntities || entities.contains(entity.value());
    }

    public boolean has(Role role) {
        return roles.contains(role.code());
    }

    /** The actor of the current request; every request behind the gate has one, in the thread that the request came in. */
    public static Actor current() {
        return find().orElseThrow(
                () -> new IllegalStateException("no actor in this thread: the request did not pass the gate"));
    }

    /** The actor of the current request, unless nobody has told who it is. */
    public static Optional<Actor> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    /** Does in this thread what the actor has asked for earlier, in the actor's name. */
    public void act(Runnable work) {
        var before = SecurityContextHolder.getContext();
        var own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(new ActorAuthentication(this));
        SecurityContextHolder.setContext(own);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
