package io.receivables.command.collectioncase;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.collectioncase.CaseOwnerAssigned;
import io.receivables.events.collectioncase.CaseOwnerReleased;
import io.receivables.events.collectioncase.CaseSnoozed;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.collectioncase.CaseWoken;
import io.receivables.events.collectioncase.CollectionCaseEvent;
import io.receivables.events.collectioncase.NextActionDone;
import io.receivables.events.collectioncase.NextActionPlanned;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.CollectionCaseResource;
import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The work on one account or unidentified payment. It begins with the first thing that is said of it. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class CollectionCase implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private CaseSubject subject;
    private CollectionCaseResource state;

    CollectionCase() {}

    /** Of which nothing was said yet. */
    CollectionCase(CaseSubject subject, LegalEntityId legalEntity) {
        this.subject = subject;
        this.state = CollectionCaseResource.of(subject, legalEntity);
    }

    /** Somebody takes it; what another has must be assigned or released first. */
    public void take(String taker, LocalDate today) {
        if (state.owner() != null && !state.owner().equals(taker)) {
            throw new Refusal(ProblemCode.CASE_HAS_OWNER, subject + " is worked on by " + state.owner() + " since "
                    + state.ownedSince() + "; name the owner to hand it over");
        }
        assign(taker, today);
    }

    /** Gives it to somebody, whoever had it. */
    public void assign(String owner, LocalDate today) {
        if (owner.equals(state.owner())) {
            throw new Refusal(ProblemCode.CASE_OWNER_UNCHANGED,
                    subject + " is worked on by " + owner + " since " + state.ownedSince() + " already");
        }
        apply(new CaseOwnerAssigned(subject, state.legalEntity(), owner, state.owner(), today));
    }

    public void release(LocalDate today) {
        if (state.owner() == null) {
            throw new Refusal(ProblemCode.CASE_HAS_NO_OWNER, "nobody works on " + subject);
        }
        apply(new CaseOwnerReleased(subject, state.legalEntity(), state.owner(), today));
    }

    /** Again while it rests: until the new day. */
    public void snooze(LocalDate until, String reason, boolean wakesOnNews, LocalDate today) {
        DayMustBeToCome.check(until, today.plusDays(1), "/until");
        apply(new CaseSnoozed(subject, state.legalEntity(), until, reason, wakesOnNews, today));
    }

    public void wake(LocalDate today) {
        var snooze = state.asAt(today).snooze();
        if (snooze == null) {
            throw new Refusal(ProblemCode.CASE_NOT_SNOOZED, subject + " does not rest at " + today);
        }
        apply(new CaseWoken(subject, state.legalEntity(), snooze.until(), today));
    }

    /** In place of what was planned before. */
    public void plan(String actionId, String what, LocalDate dueDate, LocalDate today) {
        DayMustBeToCome.check(dueDate, today, "/dueDate");
        apply(new NextActionPlanned(subject, state.legalEntity(), actionId, what, dueDate, today));
    }

    public void done(@Nullable String outcome, LocalDate today) {
        if (state.nextAction() == null) {
            throw new Refusal(ProblemCode.NO_NEXT_ACTION, "nothing is planned for " + subject);
        }
        apply(new NextActionDone(subject, state.legalEntity(), state.nextAction().actionId(), outcome, today));
    }

    @EventSourcingHandler
    void evolve(CollectionCaseEvent event) {
        if (streamId == null) {
            streamId = StreamType.COLLECTION_CASE.streamId(event.subject());
            subject = event.subject();
            state = CollectionCaseResource.of(subject, event.legalEntity());
        }
        state = state.after(event);
    }

    public CollectionCaseResource resource(LocalDate today) {
        return state.asAt(today);
    }

    @Override
    public LegalEntityId legalEntity() {
        return state.legalEntity();
    }
}
