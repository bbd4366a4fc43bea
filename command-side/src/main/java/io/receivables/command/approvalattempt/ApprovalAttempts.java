package io.receivables.command.approvalattempt;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.approval.ApprovalEvent;
import io.receivables.events.approval.ApprovalRefused;
import io.receivables.events.entity.LegalEntityId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The refused attempts to approve one thing. A stream of its own, so that the version of what was to be approved stays what its
 * readers have seen.
 */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class ApprovalAttempts implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private LegalEntityId legalEntity;

    ApprovalAttempts() {}

    static ApprovalAttempts begin(ApprovalRefused first) {
        apply(first);
        return new ApprovalAttempts();
    }

    void record(ApprovalRefused next) {
        apply(next);
    }

    @EventSourcingHandler
    void evolve(ApprovalEvent event) {
        switch (event) {
            case ApprovalRefused refused -> {
                streamId = StreamType.APPROVAL_ATTEMPTS.streamId(idOf(refused));
                legalEntity = refused.legalEntity();
            }
        }
    }

    /** Ids of write-offs, refunds and the rest are each unique among their own. */
    static String idOf(ApprovalEvent event) {
        return event.subject() + "/" + event.approvalId();
    }

    @Override
    public LegalEntityId legalEntity() {
        return legalEntity;
    }
}
