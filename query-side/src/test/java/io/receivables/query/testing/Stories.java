package io.receivables.query.testing;

import io.receivables.platform.identity.Actor;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Begins stories, each in a legal entity of its own. */
public final class Stories {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final EventStore store;
    private final JdbcClient jdbc;

    Stories(EventStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /** In a new legal entity in Paris; asked by somebody who sees every entity. */
    public Story begin() {
        actAs(new Actor("clerk-1", Set.of("controller"), Set.of(), true));
        var story = new Story(store, jdbc, "E" + COUNTER.incrementAndGet());
        story.entityRegistered();
        return story;
    }

    /** The same; the clock of the node that records it says this instant until it is told another. */
    public Story beginAt(Instant recordedAt) {
        actAs(new Actor("clerk-1", Set.of("controller"), Set.of(), true));
        var story = new Story(store, jdbc, "E" + COUNTER.incrementAndGet()).recordedAt(recordedAt);
        story.entityRegistered();
        return story;
    }

    /** Asked from now on by somebody who sees these entities only. */
    public static void actAsMemberOf(String... entities) {
        actAs(new Actor("controller-2", Set.of("clerk"), Set.of(entities), false));
    }

    private static void actAs(Actor actor) {
        var authentication = new TestingAuthenticationToken(actor.subject(), "");
        authentication.setDetails(actor);
        authentication.setAuthenticated(true);
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }
}
