package io.receivables.command.credit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.policy.Approver;
import io.receivables.command.policy.PendingApproval;
import io.receivables.command.policy.ToApprove;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.approval.ApprovalSubject;
import io.receivables.events.creditwriteoff.CreditWriteOffApprovalGiven;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.creditwriteoff.CreditWriteOffRejected;
import io.receivables.events.creditwriteoff.CreditWriteOffRequested;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.ApprovalProgress;
import io.receivables.platform.resource.CreditWriteOffResource;
import io.receivables.platform.resource.CreditWriteOffResource.Status;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The write-offs of a payment or credit note. What is asked for is set aside at once. */
public final class CreditWriteOffs {

    private final CreditSource source;
    private final LegalEntityId legalEntity;
    private final Credit credit;
    private final Map<CreditWriteOffId, CreditWriteOff> all = new LinkedHashMap<>();

    /** @param terms what is, or would be, written off */
    private record CreditWriteOff(CreditWrittenOff terms, Status status, PendingApproval approval,
            @Nullable String rejectedBy) {

        CreditWriteOff become(Status next) {
            return new CreditWriteOff(terms, next, approval, rejectedBy);
        }

        boolean stands() {
            return status == Status.PENDING || status == Status.APPROVED;
        }
    }

    public CreditWriteOffs(CreditSource source, LegalEntityId legalEntity, Credit credit) {
        this.source = source;
        this.legalEntity = legalEntity;
        this.credit = credit;
    }

    /** At once when the limit covers it; else the amount is set aside until others agree. */
    public void claim(AccountId account, CreditWriteOffClaim claim) {
        var amount = claim.amount();
        var date = claim.effectiveDate();
        Amounts.requireCurrency(credit.free().currency(), amount, "/amount");
        Amounts.requirePositive(amount, "/amount");
        credit.requireFree(amount, date, ProblemCode.CREDIT_WRITE_OFF_EXCEEDS_UNALLOCATED);
        CreditMustHaveLapsed.check(claim, pending().plus(writtenOff()), credit.what());
        var limit = claim.limit();
        if (limit.covers(amount)) {
            apply(new CreditWrittenOff(claim.creditWriteOffId(), source, account, legalEntity, amount, claim.reason(),
                    claim.requestedBy(), null, null, limit.amount(), limit.policyVersion(), claim.lapsesOn(), date));
        } else {
            apply(new CreditWriteOffRequested(claim.creditWriteOffId(), source, account, legalEntity, amount,
                    claim.reason(), claim.requestedBy(), limit.amount(), limit.policyVersion(),
                    limit.required(amount), claim.lapsesOn(), date));
        }
    }

    /** Counts from the date that was asked for: the amount has been set aside since. */
    public void approve(CreditWriteOffId id, Approver approver, LocalDate today) {
        var pending = require(id, Status.PENDING, ProblemCode.CREDIT_WRITE_OFF_NOT_PENDING);
        var terms = pending.terms();
        var what = ToApprove.ofSource(ApprovalSubject.CREDIT_WRITE_OFF, id, terms.accountId(), legalEntity, source,
                terms.amount());
        if (pending.approval().isCompletedBy(approver, what, today)) {
            apply(new CreditWrittenOff(id, source, terms.accountId(), legalEntity, terms.amount(), terms.reason(),
                    terms.requestedBy(), approver.subject(), pending.approval().allWith(approver), terms.limit(),
                    terms.policyVersion(), terms.lapsesOn(), terms.effectiveDate()));
        } else {
            apply(new CreditWriteOffApprovalGiven(id, source, terms.accountId(), legalEntity, approver.subject(),
                    today));
        }
    }

    /** Who asked may reject as well: nothing is taken from the customer by it. */
    public void reject(CreditWriteOffId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        var terms = require(id, Status.PENDING, ProblemCode.CREDIT_WRITE_OFF_NOT_PENDING).terms();
        apply(new CreditWriteOffRejected(id, source, terms.accountId(), legalEntity, terms.amount(), rejectedBy, reason,
                today));
    }

    /** The customer claims it after all. */
    public void reverse(CreditWriteOffId id, String reason, LocalDate effectiveDate) {
        var terms = require(id, Status.APPROVED, ProblemCode.CREDIT_WRITE_OFF_NOT_APPROVED).terms();
        Amounts.requireNotBefore(effectiveDate, terms.effectiveDate(), "credit write-off " + id);
        apply(new CreditWriteOffReversed(id, source, terms.accountId(), legalEntity, terms.amount(), reason,
                effectiveDate));
    }

    private CreditWriteOff require(CreditWriteOffId id, Status expected, ProblemCode otherwise) {
        var writeOff = all.get(id);
        if (writeOff == null) {
            throw new Refusal(ProblemCode.CREDIT_WRITE_OFF_NOT_FOUND,
                    "no credit write-off " + id + " of " + credit.what());
        }
        if (writeOff.status() != expected) {
            throw new Refusal(otherwise, "credit write-off " + id + " of " + credit.what() + " is "
                    + writeOff.status());
        }
        return writeOff;
    }

    public void evolve(CreditWriteOffEvent event) {
        switch (event) {
            case CreditWriteOffRequested asked -> {
                all.put(asked.creditWriteOffId(), new CreditWriteOff(terms(asked), Status.PENDING,
                        PendingApproval.of(asked.requestedBy(), asked.required()), null));
                credit.take(asked.effectiveDate(), asked.amount());
            }
            case CreditWriteOffApprovalGiven given -> {
                var pending = get(given);
                all.put(given.creditWriteOffId(), new CreditWriteOff(pending.terms(), Status.PENDING,
                        pending.approval().with(given.approvedBy()), null));
            }
            case CreditWrittenOff done -> {
                var asked = all.get(done.creditWriteOffId());
                if (asked == null) {
                    credit.take(done.effectiveDate(), done.amount());
                }
                all.put(done.creditWriteOffId(),
                        new CreditWriteOff(done, Status.APPROVED, approval(done, asked), null));
            }
            case CreditWriteOffRejected rejected -> {
                var asked = get(rejected);
                all.put(rejected.creditWriteOffId(), new CreditWriteOff(asked.terms(), Status.REJECTED,
                        asked.approval(), rejected.rejectedBy()));
                credit.giveBack(rejected.effectiveDate(), rejected.amount());
            }
            case CreditWriteOffReversed reversed -> {
                all.put(reversed.creditWriteOffId(), get(reversed).become(Status.REVERSED));
                credit.giveBack(reversed.effectiveDate(), reversed.amount());
            }
        }
    }

    private static PendingApproval approval(CreditWrittenOff done, @Nullable CreditWriteOff asked) {
        if (asked == null || done.approvedBy() == null) {
            return PendingApproval.of(done.requestedBy(), null);
        }
        return asked.approval().with(done.approvedBy());
    }

    private static CreditWrittenOff terms(CreditWriteOffRequested asked) {
        return new CreditWrittenOff(asked.creditWriteOffId(), asked.source(), asked.accountId(), asked.legalEntity(),
                asked.amount(), asked.reason(), asked.requestedBy(), null, null, asked.limit(), asked.policyVersion(),
                asked.lapsesOn(), asked.effectiveDate());
    }

    private CreditWriteOff get(CreditWriteOffEvent event) {
        return Objects.requireNonNull(all.get(event.creditWriteOffId()));
    }

    /** Refuses when any of the money is, or may be, written off, so that it is not all there. */
    public void requireNone() {
        if (all.values().stream().anyMatch(CreditWriteOff::stands)) {
            throw new Refusal(ProblemCode.CREDIT_WRITTEN_OFF, "of " + credit.what() + " " + writtenOff()
                    + " is written off and " + pending() + " is set aside for it: reverse or reject that first");
        }
    }

    /** Set aside and not written off yet. */
    public Money pending() {
        return sum(Status.PENDING);
    }

    public Money writtenOff() {
        return sum(Status.APPROVED);
    }

    private Money sum(Status status) {
        return all.values()
                .stream()
                .filter(writeOff -> writeOff.status() == status)
                .map(writeOff -> writeOff.terms().amount())
                .reduce(Money.zero(credit.free().currency()), Money::plus);
    }

    public CreditWriteOffResource resource(CreditWriteOffId id, long version) {
        var writeOff = Objects.requireNonNull(all.get(id));
        var terms = writeOff.terms();
        boolean isPayment = source.kind() == CreditSource.Kind.PAYMENT;
        return new CreditWriteOffResource(id, isPayment ? source.id() : null, isPayment ? null : source.id(),
                terms.accountId(), terms.amount(), writeOff.status(), terms.reason(), terms.requestedBy(),
                ApprovalProgress.shown(terms.approvedBy() == null && writeOff.status() == Status.APPROVED,
                        writeOff.approval().required(), writeOff.approval().approvedBy()),
                terms.approvedBy(), writeOff.rejectedBy(), terms.lapsesOn(), terms.effectiveDate(), version, null);
    }
}
