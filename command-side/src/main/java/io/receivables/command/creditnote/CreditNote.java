package io.receivables.command.creditnote;

import static java.util.stream.Collectors.toSet;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.credit.AllocationNote;
import io.receivables.command.credit.Credit;
import io.receivables.command.credit.CreditDocument;
import io.receivables.command.credit.CreditWriteOffClaim;
import io.receivables.command.credit.CreditWriteOffs;
import io.receivables.command.credit.RefundClaim;
import io.receivables.command.credit.Refunds;
import io.receivables.command.matching.Debt;
import io.receivables.command.policy.Tolerance;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.creditnote.CreditNoteCancelled;
import io.receivables.events.creditnote.CreditNoteEvent;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DiscountRules.DateBasis;
import io.receivables.events.refund.RefundEvent;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.CreditNoteResource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A credit note: how much of it is free at each date. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class CreditNote implements CreditDocument {

    @AggregateIdentifier
    private String streamId;
    private CreditNoteIssued issued;
    private @Nullable LocalDate cancelledDate;
    private Credit credit;
    private Refunds refunds;
    private CreditWriteOffs writeOffs;

    CreditNote() {}

    public static CreditNote issue(CreditNoteIssued issued) {
        apply(issued);
        return new CreditNote();
    }

    @Override
    public void allocate(AllocationId id, AllocationTarget target, List<SettledPart> parts, LocalDate effectiveDate,
            AllocationNote note) {
        requireUsableAt(effectiveDate);
        credit.requireFree(SettledPart.amountOf(parts), effectiveDate, ProblemCode.ALLOCATION_EXCEEDS_UNALLOCATED);
        apply(new CreditNoteAllocated(issued.creditNoteId(), issued.accountId(), issued.legalEntity(), id, target,
                parts, effectiveDate, note.rule(), note.discountShares()));
    }

    /** What is left of a credit stays the customer's. */
    @Override
    public void keepDifference(AllocationId cause, Tolerance tolerance, LocalDate effectiveDate) {}

    @Override
    public boolean keepsDifference(Money rest, Tolerance tolerance) {
        return false;
    }

    @Override
    public void reverseAllocation(AllocationId id, String reason, LocalDate effectiveDate) {
        requireNotCancelled();
        var allocation = credit.requireActive(id);
        Amounts.requireNotBefore(effectiveDate, allocation.effectiveDate(), "allocation " + id);
        apply(new CreditNoteAllocationReversed(issued.creditNoteId(), issued.accountId(), issued.legalEntity(), id,
                allocation.target(), allocation.parts(), reason, effectiveDate));
    }

    @Override
    public void requestRefund(RefundClaim claim) {
        requireUsableAt(claim.effectiveDate());
        refunds.request(issued.accountId(), claim);
    }

    @Override
    public void writeOff(CreditWriteOffClaim claim) {
        requireUsableAt(claim.effectiveDate());
        writeOffs.claim(issued.accountId(), claim);
    }

    /** Makes it void, when nothing of it is allocated or refunded. */
    public void cancel(String reason, LocalDate effectiveDate) {
        requireUsableAt(effectiveDate);
        credit.requireFree(issued.total(), effectiveDate, ProblemCode.HAS_ALLOCATIONS);
        apply(new CreditNoteCancelled(issued.creditNoteId(), issued.accountId(), issued.legalEntity(), issued.total(),
                reason, effectiveDate));
    }

    private void requireUsableAt(LocalDate date) {
        requireNotCancelled();
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of " + what());
    }

    private void requireNotCancelled() {
        if (cancelledDate != null) {
            throw new Refusal(ProblemCode.CREDIT_NOTE_CANCELLED, what() + " was cancelled at " + cancelledDate);
        }
    }

    private String what() {
        return "credit note " + issued.creditNoteId();
    }

    @EventSourcingHandler
    void evolve(CreditNoteEvent event) {
        switch (event) {
            case CreditNoteIssued first -> {
                streamId = StreamType.CREDIT_NOTE.streamId(first.creditNoteId());
                issued = first;
                credit = new Credit(what(), first.total(), first.effectiveDate());
                refunds = new Refunds(source(), first.legalEntity(), credit);
                writeOffs = new CreditWriteOffs(source(), first.legalEntity(), credit);
            }
            case CreditNoteAllocated allocated -> credit.allocated(allocated.allocationId(), allocated.target(),
                    allocated.parts(), allocated.effectiveDate(),
                    new AllocationNote(allocated.rule(), allocated.discountShares()));
            case CreditNoteAllocationReversed reversed -> credit.allocationReversed(reversed.allocationId(),
                    reversed.effectiveDate());
            case CreditNoteCancelled cancelled -> {
                cancelledDate = cancelled.effectiveDate();
                credit.take(cancelled.effectiveDate(), cancelled.amount());
            }
        }
    }

    @EventSourcingHandler
    void evolve(RefundEvent event) {
        refunds.evolve(event);
    }

    @EventSourcingHandler
    void evolve(CreditWriteOffEvent event) {
        writeOffs.evolve(event);
    }

    @Override
    public CreditSource source() {
        return CreditSource.of(issued.creditNoteId());
    }

    /** The account of a credit note that is not cancelled. */
    @Override
    public AccountId account() {
        requireNotCancelled();
        return issued.accountId();
    }

    @Override
    public LocalDate documentDate() {
        return issued.issueDate();
    }

    @Override
    public LocalDate availableFrom() {
        return issued.effectiveDate();
    }

    /** A credit is no early payment. */
    @Override
    public @Nullable LocalDate moneyDate(DateBasis basis) {
        return null;
    }

    /** The invoices that it corrects. */
    @Override
    public boolean hasInstruction() {
        return !issued.relatesTo().isEmpty();
    }

    @Override
    public Set<String> namedAmong(List<Debt> open) {
        return issued.relatesTo().stream().map(InvoiceId::value).collect(toSet());
    }

    @Override
    public Credit credit() {
        return credit;
    }

    @Override
    public Refunds refunds() {
        return refunds;
    }

    @Override
    public CreditWriteOffs creditWriteOffs() {
        return writeOffs;
    }

    /** The credit note after everything that is recorded, as the API shows it. */
    public CreditNoteResource resource(@Nullable AllocationId allocationId, long version) {
        return new CreditNoteResource(issued.creditNoteId(), allocationId, issued.creditNoteNumber(),
                issued.accountId(), issued.legalEntity(), issued.issueDate(), issued.total(), issued.reason(),
                credit.allocated(), credit.free(), refunds.pending(), refunds.paid(),
                writeOffs.pending(), writeOffs.writtenOff(), cancelledDate != null,
                issued.relatesTo(), credit.resources(), issued.opening(), null, version, null);
    }

    @Override
    public LegalEntityId legalEntity() {
        return issued.legalEntity();
    }
}
