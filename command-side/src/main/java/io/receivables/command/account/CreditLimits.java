package io.receivables.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.policy.ToApprove;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditLimitRejected;
import io.receivables.events.account.CreditLimitRequested;
import io.receivables.events.account.CreditLimitSet;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.approval.ApprovalSubject;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.CreditLimitResource;
import io.receivables.platform.resource.CreditLimitResource.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The credit limits of an account: asked for, set, rejected. */
final class CreditLimits {

    private final CustomerAccountOpened opened;
    private final Map<CreditLimitId, Version> all = new HashMap<>();

    /** @param terms what holds, or would hold */
    private record Version(CreditLimitSet terms, Status status, @Nullable String rejectedBy) {}

    CreditLimits(CustomerAccountOpened opened) {
        this.opened = opened;
    }

    /**
     * @param before the lowest limit of the days for which the claim would hold; null where one of them is without limit
     * @param approval up to this amount one person may raise a limit; null: up to any
     */
    void claim(CreditLimitClaim claim, @Nullable Money before, @Nullable ApprovalLimit approval) {
        var limit = claim.limit();
        if (limit.amount() != null) {
            Amounts.requireCurrency(opened.currency(), limit.amount(), "/limit");
        }
        if (limit.validTo() != null && limit.validTo().isBefore(limit.validFrom())) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/validTo",
                    "validTo " + limit.validTo() + " is before validFrom " + limit.validFrom());
        }
        if (approval != null && limit.isAbove(approval.amount()) && !isNoMoreThan(before, claim)) {
            apply(new CreditLimitRequested(opened.accountId(), opened.legalEntity(), claim.creditLimitId(), limit,
                    claim.reason(), claim.requestedBy(), approval.amount(), approval.policyVersion(),
                    claim.effectiveDate()));
        } else {
            apply(new CreditLimitSet(opened.accountId(), opened.legalEntity(), claim.creditLimitId(), limit,
                    claim.reason(), claim.requestedBy(), null, approval == null ? null : approval.policyVersion(),
                    claim.effectiveDate()));
        }
    }

    /** To take a limit down needs nobody else, wherever it stands. A first limit grants credit: it is judged by its amount. */
    private static boolean isNoMoreThan(@Nullable Money before, CreditLimitClaim claim) {
        return before != null && !claim.limit().isAbove(before);
    }

    void approve(CreditLimitId id, String approver, LocalDate today) {
        var terms = requirePending(id).terms();
        if (approver.equals(terms.requestedBy())) {
            throw ToApprove.credit(ApprovalSubject.CREDIT_LIMIT, id, terms.accountId(), terms.legalEntity(),
                    terms.limit().amount())
                    .refused(new Refusal(ProblemCode.APPROVER_IS_REQUESTER,
                            approver + " asked for credit limit " + id + "; somebody else approves it"),
                            terms.requestedBy(), approver, today);
        }
        apply(new CreditLimitSet(terms.accountId(), terms.legalEntity(), id, terms.limit(), terms.reason(),
                terms.requestedBy(), approver, terms.policyVersion(), today));
    }

    /** Who asked may reject as well. */
    void reject(CreditLimitId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        requirePending(id);
        apply(new CreditLimitRejected(opened.accountId(), opened.legalEntity(), id, rejectedBy, reason, today));
    }

    private Version requirePending(CreditLimitId id) {
        var version = all.get(id);
        if (version == null) {
            throw new Refusal(ProblemCode.CREDIT_LIMIT_NOT_FOUND,
                    "no credit limit " + id + " of account " + opened.accountId());
        }
        if (version.status() != Status.PENDING) {
            throw new Refusal(ProblemCode.CREDIT_LIMIT_NOT_PENDING,
                    "credit limit " + id + " of account " + opened.accountId() + " is " + version.status());
        }
        return version;
    }

    void evolve(CustomerAccountEvent event) {
        switch (event) {
            case CreditLimitRequested asked -> all.put(asked.creditLimitId(), new Version(new CreditLimitSet(
                    asked.accountId(), asked.legalEntity(), asked.creditLimitId(), asked.limit(), asked.reason(),
                    asked.requestedBy(), null, asked.policyVersion(), asked.effectiveDate()), Status.PENDING, null));
            case CreditLimitSet set -> all.put(set.creditLimitId(), new Version(set, Status.APPROVED, null));
            case CreditLimitRejected rejected -> all.computeIfPresent(rejected.creditLimitId(),
                    (_, asked) -> new Version(asked.terms(), Status.REJECTED, rejected.rejectedBy()));
            default -> {
                // About something else than the limit.
            }
        }
    }

    CreditLimitResource resource(CreditLimitId id, long version) {
        var found = Objects.requireNonNull(all.get(id));
        var terms = found.terms();
        return new CreditLimitResource(id, terms.accountId(), found.status(), terms.limit().amount(),
                terms.limit().validFrom(), terms.limit().validTo(), terms.reason(), terms.requestedBy(),
                terms.approvedBy(), found.rejectedBy(), terms.effectiveDate(), version, null);
    }
}
