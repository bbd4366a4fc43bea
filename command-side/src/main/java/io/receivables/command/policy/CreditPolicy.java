package io.receivables.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicyEvent;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.PolicyRules;
import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The credit policy of a legal entity: its versions, each valid from a date. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class CreditPolicy implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private CreditPolicySet latest;

    CreditPolicy() {}

    /** The first version. */
    public static CreditPolicy begin(LegalEntityId entity, LocalDate validFrom, ApprovalLimits approvals,
            @Nullable PolicyRules rules) {
        apply(new CreditPolicySet(entity, 1, validFrom, approvals, validFrom, rules));
        return new CreditPolicy();
    }

    /** A further version. Earlier ones stay: decisions dated before it are judged by them. */
    public void set(LocalDate validFrom, ApprovalLimits approvals, @Nullable PolicyRules rules) {
        apply(new CreditPolicySet(latest.legalEntity(), latest.version() + 1, validFrom, approvals, validFrom, rules));
    }

    @EventSourcingHandler
    void evolve(CreditPolicyEvent event) {
        switch (event) {
            case CreditPolicySet version -> {
                latest = version;
                streamId = StreamType.CREDIT_POLICY.streamId(version.legalEntity());
            }
        }
    }

    /** The version that was set last, which need not be the one that is valid today. */
    public CreditPolicySet latest() {
        return latest;
    }

    @Override
    public LegalEntityId legalEntity() {
        return latest.legalEntity();
    }
}
