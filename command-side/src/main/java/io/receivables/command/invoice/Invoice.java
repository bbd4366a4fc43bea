package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.invoice.DatedInstalment.Kind;
import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.StreamType;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceChargeReversed;
import io.receivables.events.invoice.InvoiceCharged;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.InvoiceResource;
import io.receivables.platform.resource.RecoveryResource;
import io.receivables.platform.resource.WriteOffResource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice: its instalments with everything that settles them, by date. Status is derived from these amounts, it is
 * not a state of its own.
 */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class Invoice implements Receivable {

    @AggregateIdentifier
    private String streamId;
    private InvoiceIssued issued;
    private boolean cancelled;
    private OpenInstalments instalments;
    private WriteOffs writeOffs;
    private Recoveries recoveries;
    private ClaimedCharges charges;

    Invoice() {}

    public static Invoice issue(InvoiceIssued issued) {
        apply(issued);
        return new Invoice();
    }

    /** Which instalments an amount would settle. */
    @Override
    public List<SettledPart> plan(SettlementClaim claim) {
        requireNotCancelled();
        Amounts.requirePositive(claim.amount(), "/amount");
        Amounts.requireCurrency(issued.total().currency(), claim.amount(), "/amount");
        if (!claim.accountId().equals(issued.accountId())) {
            throw new Refusal(ProblemCode.ACCOUNT_MISMATCH, "invoice " + issued.invoiceId() + " is of account "
                    + issued.accountId() + ", not " + claim.accountId());
        }
        Amounts.requireNotBefore(claim.effectiveDate(), issued.effectiveDate(),
                "the issue of invoice " + issued.invoiceId());
        return instalments.settle(claim, Discounts.of(issued, instalments, claim));
    }

    @Override
    public void settle(AllocationId id, CreditSource source, List<SettledPart> parts, LocalDate effectiveDate) {
        apply(new InvoiceSettledInPart(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, source, parts,
                effectiveDate));
    }

    @Override
    public void reverseSettlement(AllocationId id, CreditSource source, List<SettledPart> parts, String reason,
            LocalDate effectiveDate) {
        apply(new InvoiceSettlementReversed(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, source,
                parts, reason, effectiveDate));
    }

    public void cancel(String reason, LocalDate effectiveDate) {
        requireNotCancelled();
        Amounts.requireNotBefore(effectiveDate, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        charges.requireNone("invoice " + issued.invoiceId());
        var parts = instalments.requireUntouched(issued.total(), effectiveDate, "invoice " + issued.invoiceId());
        apply(new InvoiceCancelled(issued.invoiceId(), issued.accountId(), issued.legalEntity(), parts, reason,
                effectiveDate));
    }

    /** Gives what is open, and stays open from the date on, other due dates; what is settled keeps its number. */
    public void reschedule(List<NewInstalment> wanted, String reason, LocalDate effectiveDate) {
        requireNotCancelled();
        Amounts.requireNotBefore(effectiveDate, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        var moved = instalments.availableParts(effectiveDate);
        RescheduledMustBeWhatIsOpen.check(issued, moved, wanted, effectiveDate);
        var first = instalments.lastNumber() + 1;
        var renewed = IntStream.range(0, wanted.size())
                .mapToObj(i -> new Instalment(first + i, wanted.get(i).dueDate(), wanted.get(i).amount()))
                .toList();
        apply(new InvoiceRescheduled(issued.invoiceId(), issued.accountId(), issued.legalEntity(), issued.issueDate(),
                issued.receivableClass(), moved, renewed, reason, effectiveDate));
    }

    public void writeOff(WriteOffClaim claim, ApprovalLimit limit, String requestedBy) {
        requireNotCancelled();
        writeOffs.claim(claim, limit, requestedBy);
    }

    public void approveWriteOff(WriteOffId id, String approver) {
        requireNotCancelled();
        writeOffs.approve(id, approver);
    }

    /** Also of a cancelled invoice, so that nothing stays pending on it. */
    public void rejectWriteOff(WriteOffId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        writeOffs.reject(id, rejectedBy, reason, today);
    }

    public void reverseWriteOff(WriteOffId id, String reason, LocalDate effectiveDate) {
        writeOffs.reverse(id, reason, effectiveDate, recoveries);
    }

    /** Takes note of money for what was written off; the invoice is not opened again by it. */
    public void recover(RecoveryId id, Money amount, @Nullable PaymentId paymentId, @Nullable String reference,
            LocalDate effectiveDate) {
        requireNotCancelled();
        recoveries.recover(id, amount, paymentId, reference, effectiveDate);
    }

    public void reverseRecovery(RecoveryId id, String reason, LocalDate effectiveDate) {
        recoveries.reverse(id, reason, effectiveDate);
    }

    /** Takes note of a late charge that was claimed because this invoice is late. */
    public void charge(ChargeId id, ChargeKind kind, Money amount, LocalDate effectiveDate) {
        requireNotCancelled();
        apply(new InvoiceCharged(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, kind, amount,
                effectiveDate));
    }

    /** Takes note that one of its late charges was reversed. */
    public void reverseCharge(LateChargeClaimed charge, String reason, LocalDate effectiveDate) {
        apply(new InvoiceChargeReversed(issued.invoiceId(), issued.accountId(), issued.legalEntity(),
                charge.chargeId(), charge.kind(), charge.amount(), reason, effectiveDate));
    }

    /** The late charges of the invoice that stand, in the order of their claims. */
    public List<ChargeId> charges(ChargeKind kind) {
        return charges.standing(kind);
    }

    private void requireNotCancelled() {
        if (cancelled) {
            throw new Refusal(ProblemCode.INVOICE_CANCELLED, "invoice " + issued.invoiceId() + " is cancelled");
        }
    }

    @EventSourcingHandler
    void evolve(InvoiceEvent event) {
        switch (event) {
            case InvoiceIssued first -> {
                streamId = StreamType.INVOICE.streamId(first.invoiceId());
                issued = first;
                instalments = new OpenInstalments(first);
                writeOffs = new WriteOffs(first, instalments);
                recoveries = new Recoveries(first);
                charges = new ClaimedCharges();
            }
            case InvoiceSettledInPart settled -> instalments.settled(settled.source(), settled.parts(),
                    settled.effectiveDate());
            case InvoiceSettlementReversed reversed -> instalments.settlementReversed(reversed.source(),
                    reversed.parts(), reversed.effectiveDate());
            case InvoiceCancelled voided -> {
                cancelled = true;
                instalments.reduce(Kind.CANCELLED, voided.parts(), voided.effectiveDate());
            }
            case InvoiceRescheduled moved -> instalments.rescheduled(moved);
            case WriteOffRequested requested -> writeOffs.requested(requested);
            case InvoiceWrittenOff writtenOff -> {
                writeOffs.writtenOff(writtenOff);
                recoveries.writtenOff(writtenOff.parts(), writtenOff.effectiveDate());
                instalments.reduce(Kind.WRITTEN_OFF, writtenOff.parts(), writtenOff.effectiveDate());
            }
            case WriteOffRejected rejected -> writeOffs.rejected(rejected);
            case WriteOffReversed reversed -> {
                writeOffs.reversed(reversed);
                recoveries.writeOffReversed(reversed.parts(), reversed.effectiveDate());
                instalments.restore(Kind.WRITTEN_OFF, reversed.parts(), reversed.effectiveDate());
            }
            case WrittenOffAmountRecovered recovered -> recoveries.recovered(recovered);
            case RecoveryReversed reversed -> recoveries.reversed(reversed);
            case InvoiceCharged charged -> charges.claimed(charged);
            case InvoiceChargeReversed reversed -> charges.reversed(reversed);
        }
    }

    /** The invoice at a date, as the API shows it. */
    public InvoiceResource resource(LocalDate asAt, long version) {
        return InvoiceResource.of(issued, instalments.figuresAt(asAt), recoveries.at(asAt), cancelled, asAt, version,
                null);
    }

    public WriteOffResource writeOffResource(WriteOffId id, long version) {
        return writeOffs.resource(id, version);
    }

    public RecoveryResource recoveryResource(RecoveryId id, long version) {
        return recoveries.resource(id, version);
    }

    @Override
    public LocalDate owedFrom() {
        return issued.effectiveDate();
    }

    public InvoiceIssued issued() {
        return issued;
    }

    @Override
    public LegalEntityId legalEntity() {
        return issued.legalEntity();
    }
}
