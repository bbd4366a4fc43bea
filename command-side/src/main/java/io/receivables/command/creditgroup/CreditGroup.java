package io.receivables.command.creditgroup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.creditgroup.CreditGroupEvent;
import io.receivables.events.creditgroup.CreditGroupLimitSet;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.CreditGroupResource;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A credit group: its limits. Which accounts are in it is said by the accounts. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class CreditGroup implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private CreditGroupLimitSet latest;
    private final List<CreditLimit> limits = new ArrayList<>();

    CreditGroup() {}

    /** The first limit. */
    public static CreditGroup begin(CreditGroupLimitSet first) {
        requireSound(first);
        apply(first);
        return new CreditGroup();
    }

    /** @throws Refusal CREDIT_GROUP_FIXED when it is of another legal entity or currency */
    public void set(CreditGroupLimitSet next) {
        if (!next.legalEntity().equals(latest.legalEntity()) || !next.currency().equals(latest.currency())) {
            throw new Refusal(ProblemCode.CREDIT_GROUP_FIXED, "group " + latest.creditGroupId() + " is of "
                    + latest.legalEntity() + " and in " + latest.currency() + " for good");
        }
        requireSound(next);
        apply(next);
    }

    private static void requireSound(CreditGroupLimitSet set) {
        var limit = set.limit();
        if (limit.amount() != null) {
            Amounts.requireCurrency(set.currency(), limit.amount(), "/limit");
        }
        if (limit.validTo() != null && limit.validTo().isBefore(limit.validFrom())) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/validTo",
                    "validTo " + limit.validTo() + " is before validFrom " + limit.validFrom());
        }
    }

    @EventSourcingHandler
    void evolve(CreditGroupEvent event) {
        switch (event) {
            case CreditGroupLimitSet set -> {
                latest = set;
                limits.add(set.limit());
                streamId = StreamType.CREDIT_GROUP.streamId(set.creditGroupId());
            }
        }
    }

    public CreditGroupResource resource(long version) {
        return new CreditGroupResource(latest.creditGroupId(), latest.legalEntity(), latest.currency(),
                List.copyOf(limits), version, null);
    }

    @Override
    public LegalEntityId legalEntity() {
        return latest.legalEntity();
    }
}
