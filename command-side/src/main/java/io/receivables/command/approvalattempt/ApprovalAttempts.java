package io.receivables.command.approvalattempt;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.approval.ApprovalEvent;
import io.receivables.events.approval.ApprovalRefused;
import io.receivables.events.entity.LegalEntityId;
import java.util.HashSet;
import java.util.Set;
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
    private final Set<Request> requests = new HashSet<>();

    /** Who sent a request and its key, which is one of its sender. */
    private record Request(String subject, String key) {}

    ApprovalAttempts() {}

    static ApprovalAttempts begin(ApprovalRefused first) {
        apply(first);
        return new ApprovalAttempts();
    }

    /** Nothing is stored under the key of a refusal, so a request that is sent again comes here again: it is known. */
    void record(ApprovalRefused next) {
        if (next.idempotencyKey() == null
                || !requests.contains(new Request(next.attemptedBy(), next.idempotencyKey()))) {
            apply(next);
        }
    }

    @EventSourcingHandler
    void evolve(ApprovalEvent event) {
        switch (event) {
            case ApprovalRefused refused -> {
                streamId = StreamType.APPROVAL_ATTEMPTS.streamId(idOf(refused));
                legalEntity = refused.legalEntity();
                if (refused.idempotencyKey() != null) {
                    requests.add(new Request(refused.attemptedBy(), refused.idempotencyKey()));
                }
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
