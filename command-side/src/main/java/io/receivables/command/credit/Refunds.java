package io.receivables.command.credit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.policy.Approver;
import io.receivables.command.policy.PendingApproval;
import io.receivables.command.policy.ToApprove;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.approval.ApprovalSubject;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.refund.RefundApprovalGiven;
import io.receivables.events.refund.RefundApproved;
import io.receivables.events.refund.RefundEvent;
import io.receivables.events.refund.RefundId;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundRejected;
import io.receivables.events.refund.RefundRequested;
import io.receivables.events.refund.RefundReturned;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.ApprovalProgress;
import io.receivables.platform.resource.RefundResource;
import io.receivables.platform.resource.RefundResource.Status;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The refunds of a payment or credit note. What is asked for is set aside at once. */
public final class Refunds {

    private static final Set<Status> STANDING = EnumSet.of(Status.PENDING, Status.APPROVED, Status.PAID);

    private final CreditSource source;
    private final LegalEntityId legalEntity;
    private final Credit credit;
    private final Map<RefundId, Refund> all = new LinkedHashMap<>();

    private record Refund(RefundRequested terms, PendingApproval approval, Status status, @Nullable String approvedBy,
            @Nullable String rejectedBy, @Nullable LocalDate paidDate, @Nullable String reference) {

        Refund become(Status next) {
            return new Refund(terms, approval, next, approvedBy, rejectedBy, paidDate, reference);
        }
    }

    public Refunds(CreditSource source, LegalEntityId legalEntity, Credit credit) {
        this.source = source;
        this.legalEntity = legalEntity;
        this.credit = credit;
    }

    /** Sets the amount aside; approved at once when the limit covers it. */
    public void request(AccountId account, RefundClaim claim) {
        var amount = claim.amount();
        var date = claim.effectiveDate();
        Amounts.requireCurrency(credit.free().currency(), amount, "/amount");
        Amounts.requirePositive(amount, "/amount");
        credit.requireFree(amount, date, ProblemCode.REFUND_EXCEEDS_UNALLOCATED);
        apply(new RefundRequested(claim.refundId(), source, account, legalEntity, amount, claim.reason(),
                claim.requestedBy(), claim.limit().amount(), claim.limit().policyVersion(), date,
                claim.limit().covers(amount) ? null : claim.limit().required(amount)));
        if (claim.limit().covers(amount)) {
            apply(new RefundApproved(claim.refundId(), source, account, legalEntity, amount, null, date));
        }
    }

    public void approve(RefundId id, Approver approver, LocalDate today) {
        var pending = require(id, Status.PENDING, ProblemCode.REFUND_NOT_PENDING);
        var terms = pending.terms();
        var what = ToApprove.ofSource(ApprovalSubject.REFUND, id, terms.accountId(), legalEntity, source,
                terms.amount());
        if (pending.approval().isCompletedBy(approver, what, today)) {
            apply(new RefundApproved(id, source, terms.accountId(), legalEntity, terms.amount(), approver.subject(),
                    today, pending.approval().allWith(approver)));
        } else {
            apply(new RefundApprovalGiven(id, source, terms.accountId(), legalEntity, approver.subject(), today));
        }
    }

    /** Who asked may reject as well: no money leaves by it. */
    public void reject(RefundId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        var terms = require(id, Status.PENDING, ProblemCode.REFUND_NOT_PENDING).terms();
        apply(new RefundRejected(id, source, terms.accountId(), legalEntity, terms.amount(), rejectedBy, reason,
                today));
    }

    public void payOut(RefundId id, LocalDate paidDate, @Nullable String reference) {
        var terms = require(id, Status.APPROVED, ProblemCode.REFUND_NOT_APPROVED).terms();
        Amounts.requireNotBefore(paidDate, terms.effectiveDate(), "the request of refund " + id);
        apply(new RefundPaidOut(id, source, terms.accountId(), legalEntity, terms.amount(), paidDate, reference));
    }

    /** The bank sent the money back. */
    public void takeBack(RefundId id, @Nullable String reason, LocalDate effectiveDate) {
        var refund = require(id, Status.PAID, ProblemCode.REFUND_NOT_PAID);
        var terms = refund.terms();
        Amounts.requireNotBefore(effectiveDate, Objects.requireNonNull(refund.paidDate()),
                "the payout of refund " + id);
        apply(new RefundReturned(id, source, terms.accountId(), legalEntity, terms.amount(), reason, effectiveDate));
    }

    private Refund require(RefundId id, Status expected, ProblemCode otherwise) {
        var refund = all.get(id);
        if (refund == null) {
            throw new Refusal(ProblemCode.REFUND_NOT_FOUND, "no refund " + id + " of " + credit.what());
        }
        if (refund.status() != expected) {
            throw new Refusal(otherwise, "refund " + id + " of " + credit.what() + " is " + refund.status());
        }
        return refund;
    }

    public void evolve(RefundEvent event) {
        switch (event) {
            case RefundRequested terms -> {
                all.put(terms.refundId(), new Refund(terms, PendingApproval.of(terms.requestedBy(), terms.required()),
                        Status.PENDING, null, null, null, null));
                credit.take(terms.effectiveDate(), terms.amount());
            }
            case RefundApprovalGiven given -> change(new Refund(terms(given),
                    get(given).approval().with(given.approvedBy()), Status.PENDING, null, null, null, null));
            case RefundApproved approved -> change(new Refund(terms(approved), approval(approved), Status.APPROVED,
                    approved.approvedBy(), null, null, null));
            case RefundRejected rejected -> {
                change(new Refund(terms(rejected), get(rejected).approval(), Status.REJECTED, null,
                        rejected.rejectedBy(), null, null));
                credit.giveBack(rejected.effectiveDate(), rejected.amount());
            }
            case RefundPaidOut paid ->
                change(new Refund(terms(paid), get(paid).approval(), Status.PAID, get(paid).approvedBy(), null,
                        paid.paidDate(), paid.reference()));
            case RefundReturned returned -> {
                change(get(returned).become(Status.REVERSED));
                credit.giveBack(returned.effectiveDate(), returned.amount());
            }
        }
    }

    private PendingApproval approval(RefundApproved approved) {
        var before = get(approved).approval();
        return approved.approvedBy() == null ? before : before.with(approved.approvedBy());
    }

    private void change(Refund refund) {
        all.put(refund.terms().refundId(), refund);
    }

    private Refund get(RefundEvent event) {
        return Objects.requireNonNull(all.get(event.refundId()));
    }

    private RefundRequested terms(RefundEvent event) {
        return get(event).terms();
    }

    /** Whether any refund is under way or was paid, so that the money is not all there. */
    public boolean anyStands() {
        return all.values().stream().anyMatch(refund -> STANDING.contains(refund.status()));
    }

    /** Set aside and not paid out yet. */
    public Money pending() {
        return sum(Status.PENDING).plus(sum(Status.APPROVED));
    }

    public Money paid() {
        return sum(Status.PAID);
    }

    private Money sum(Status status) {
        return all.values()
                .stream()
                .filter(refund -> refund.status() == status)
                .map(refund -> refund.terms().amount())
                .reduce(Money.zero(credit.free().currency()), Money::plus);
    }

    private static boolean isApproved(Status status) {
        return status != Status.PENDING && status != Status.REJECTED;
    }

    public RefundResource resource(RefundId id, long version) {
        var refund = Objects.requireNonNull(all.get(id));
        var terms = refund.terms();
        boolean isPayment = source.kind() == CreditSource.Kind.PAYMENT;
        return new RefundResource(id, isPayment ? source.id() : null, isPayment ? null : source.id(), terms.accountId(),
                terms.amount(), refund.status(), terms.reason(), terms.requestedBy(),
                ApprovalProgress.shown(refund.approvedBy() == null && isApproved(refund.status()),
                        refund.approval().required(), refund.approval().approvedBy()),
                refund.approvedBy(),
                refund.rejectedBy(), terms.effectiveDate(), refund.paidDate(), refund.reference(), version, null);
    }
}
