package io.receivables.command.creditgroup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.policy.ToApprove;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupEvent;
import io.receivables.events.creditgroup.CreditGroupLimitRejected;
import io.receivables.events.creditgroup.CreditGroupLimitRequested;
import io.receivables.events.creditgroup.CreditGroupLimitSet;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.platform.credit.CreditStanding;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.CreditGroupResource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A credit group: its limits. Which accounts are in it is said by the accounts. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class CreditGroup implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private final List<CreditGroupEvent> facts = new ArrayList<>();

    CreditGroup() {}

    /** The first limit. */
    public static CreditGroup begin(CreditGroupClaim claim, @Nullable ApprovalLimit approval) {
        requireSound(claim);
        apply(fact(claim, null, approval));
        return new CreditGroup();
    }

    /**
     * At once when the limit of approval covers it, or when it allows no more than before; else it waits.
     *
     * @throws Refusal CREDIT_GROUP_FIXED when it is of another legal entity or currency
     */
    public void set(CreditGroupClaim claim, @Nullable ApprovalLimit approval, LocalDate today) {
        var group = resource(0);
        if (!claim.legalEntity().equals(group.legalEntity()) || !claim.currency().equals(group.currency())) {
            throw new Refusal(ProblemCode.CREDIT_GROUP_FIXED, "group " + group.creditGroupId() + " is of "
                    + group.legalEntity() + " and in " + group.currency() + " for good");
        }
        requireSound(claim);
        apply(fact(claim, CreditStanding.lowestLimit(group.terms(), claim.limit(), today), approval));
    }

    /** To take a limit down needs nobody else. A first limit is judged by its amount. */
    private static CreditGroupEvent fact(CreditGroupClaim claim, @Nullable Money before,
            @Nullable ApprovalLimit approval) {
        boolean raises = before == null || claim.limit().isAbove(before);
        if (approval != null && raises && claim.limit().isAbove(approval.amount())) {
            return new CreditGroupLimitRequested(claim.creditGroupId(), claim.legalEntity(), claim.currency(),
                    claim.creditLimitId(), claim.limit(), claim.reason(), claim.requestedBy(), approval.amount(),
                    approval.policyVersion(), claim.effectiveDate());
        }
        return new CreditGroupLimitSet(claim.creditGroupId(), claim.legalEntity(), claim.currency(), claim.limit(),
                claim.reason(), claim.requestedBy(), approval == null ? null : approval.policyVersion(),
                claim.effectiveDate());
    }

    private static void requireSound(CreditGroupClaim claim) {
        var limit = claim.limit();
        if (limit.amount() != null) {
            Amounts.requireCurrency(claim.currency(), limit.amount(), "/limit");
        }
        if (limit.validTo() != null && limit.validTo().isBefore(limit.validFrom())) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/validTo",
                    "validTo " + limit.validTo() + " is before validFrom " + limit.validFrom());
        }
    }

    /** @throws Refusal CREDIT_LIMIT_NOT_FOUND, CREDIT_LIMIT_NOT_PENDING, APPROVER_IS_REQUESTER */
    public void approve(CreditLimitId id, String approver, LocalDate today) {
        var asked = requirePending(id);
        if (approver.equals(asked.requestedBy())) {
            throw ToApprove.groupLimit(id, asked.creditGroupId(), asked.legalEntity(), asked.limit().amount())
                    .refused(new Refusal(ProblemCode.APPROVER_IS_REQUESTER,
                            approver + " asked for credit limit " + id + "; somebody else approves it"),
                            asked.requestedBy(), approver, today);
        }
        apply(new CreditGroupLimitSet(asked.creditGroupId(), asked.legalEntity(), asked.currency(), asked.limit(),
                asked.reason(), asked.requestedBy(), asked.policyVersion(), today, id, approver));
    }

    /** Who asked may reject as well. */
    public void reject(CreditLimitId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        var asked = requirePending(id);
        apply(new CreditGroupLimitRejected(asked.creditGroupId(), asked.legalEntity(), id, rejectedBy, reason, today));
    }

    private CreditGroupLimitRequested requirePending(CreditLimitId id) {
        var group = resource(0);
        var asked = facts.stream()
                .filter(CreditGroupLimitRequested.class::isInstance)
                .map(CreditGroupLimitRequested.class::cast)
                .filter(it -> it.creditLimitId().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.CREDIT_LIMIT_NOT_FOUND,
                        "no credit limit " + id + " of group " + group.creditGroupId() + " was asked for"));
        if (group.pending().stream().noneMatch(it -> it.creditLimitId().equals(id))) {
            throw new Refusal(ProblemCode.CREDIT_LIMIT_NOT_PENDING,
                    "credit limit " + id + " of group " + group.creditGroupId() + " is decided on already");
        }
        return asked;
    }

    @EventSourcingHandler
    void evolve(CreditGroupEvent event) {
        streamId = StreamType.CREDIT_GROUP.streamId(event.creditGroupId());
        facts.add(event);
    }

    public CreditGroupResource resource(long version) {
        return CreditGroupResource.of(facts, version, null);
    }

    @Override
    public LegalEntityId legalEntity() {
        return facts.getFirst().legalEntity();
    }
}
