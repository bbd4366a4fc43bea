package io.receivables.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.policy.ToApprove;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.CreditOverrideApproved;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.CreditOverrideRejected;
import io.receivables.events.account.CreditOverrideRequested;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.approval.ApprovalSubject;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.CreditOverrideResource;
import io.receivables.platform.resource.CreditOverrideResource.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The permissions to exceed an account's limit: asked for, approved, rejected. What invoices use of them is kept elsewhere. */
final class CreditOverrides {

    private final CustomerAccountOpened opened;
    private final Map<CreditOverrideId, Permission> all = new HashMap<>();

    private record Permission(CreditOverrideRequested asked, Status status, @Nullable String approvedBy,
            @Nullable String rejectedBy) {}

    CreditOverrides(CustomerAccountOpened opened) {
        this.opened = opened;
    }

    /** The request is always recorded; within what one person may permit in all its approval follows at once. */
    void claim(CreditOverrideClaim claim, ApprovalLimit limit, LocalDate today) {
        Amounts.requireCurrency(opened.currency(), claim.amount(), "/amount");
        Amounts.requirePositive(claim.amount(), "/amount");
        if (claim.validUntil().isBefore(today)) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/validUntil",
                    "validUntil " + claim.validUntil() + " is before today, " + today);
        }
        apply(new CreditOverrideRequested(opened.accountId(), opened.legalEntity(), claim.creditOverrideId(),
                claim.amount(), claim.validUntil(), claim.reason(), claim.requestedBy(), limit.amount(),
                limit.policyVersion(), today));
        if (limit.covers(claim.amount().plus(aloneAt(today)))) {
            apply(new CreditOverrideApproved(opened.accountId(), opened.legalEntity(), claim.creditOverrideId(),
                    claim.amount(), claim.validUntil(), null, today));
        }
    }

    /** What is valid and nobody else has agreed to, used or not: many small permissions are as good as a large one. */
    private Money aloneAt(LocalDate today) {
        return all.values()
                .stream()
                .filter(it -> it.status() == Status.APPROVED && it.approvedBy() == null
                        && !it.asked().validUntil().isBefore(today))
                .map(it -> it.asked().amount())
                .reduce(Money.zero(opened.currency()), Money::plus);
    }

    void approve(CreditOverrideId id, String approver, LocalDate today) {
        var asked = requirePending(id).asked();
        if (approver.equals(asked.requestedBy())) {
            throw ToApprove.credit(ApprovalSubject.CREDIT_OVERRIDE, id, opened.accountId(), opened.legalEntity(),
                    asked.amount())
                    .refused(new Refusal(ProblemCode.APPROVER_IS_REQUESTER,
                            approver + " asked for credit override " + id + "; somebody else approves it"),
                            asked.requestedBy(), approver, today);
        }
        apply(new CreditOverrideApproved(opened.accountId(), opened.legalEntity(), id, asked.amount(),
                asked.validUntil(), approver, today));
    }

    /** Who asked may reject as well. */
    void reject(CreditOverrideId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        requirePending(id);
        apply(new CreditOverrideRejected(opened.accountId(), opened.legalEntity(), id, rejectedBy, reason, today));
    }

    private Permission requirePending(CreditOverrideId id) {
        var permission = all.get(id);
        if (permission == null) {
            throw new Refusal(ProblemCode.CREDIT_OVERRIDE_NOT_FOUND,
                    "no credit override " + id + " of account " + opened.accountId());
        }
        if (permission.status() != Status.PENDING) {
            throw new Refusal(ProblemCode.CREDIT_OVERRIDE_NOT_PENDING,
                    "credit override " + id + " of account " + opened.accountId() + " is " + permission.status());
        }
        return permission;
    }

    void evolve(CustomerAccountEvent event) {
        switch (event) {
            case CreditOverrideRequested asked -> all.put(asked.creditOverrideId(),
                    new Permission(asked, Status.PENDING, null, null));
            case CreditOverrideApproved approved -> all.computeIfPresent(approved.creditOverrideId(),
                    (_, it) -> new Permission(it.asked(), Status.APPROVED, approved.approvedBy(), null));
            case CreditOverrideRejected rejected -> all.computeIfPresent(rejected.creditOverrideId(),
                    (_, it) -> new Permission(it.asked(), Status.REJECTED, null, rejected.rejectedBy()));
            default -> {
                // About something else than permissions.
            }
        }
    }

    CreditOverrideResource resource(CreditOverrideId id, long version) {
        var permission = Objects.requireNonNull(all.get(id));
        var asked = permission.asked();
        return new CreditOverrideResource(id, opened.accountId(), permission.status(), asked.amount(),
                asked.validUntil(), asked.reason(), asked.requestedBy(), permission.approvedBy(),
                permission.rejectedBy(), asked.effectiveDate(), version, null);
    }
}
