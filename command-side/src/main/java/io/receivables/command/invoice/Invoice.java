package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.invoice.DatedInstalment.Kind;
import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.policy.Approver;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.DatedAmounts;
import io.receivables.command.stream.StreamType;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.DoubtfulReleased;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceChargeReversed;
import io.receivables.events.invoice.InvoiceCharged;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.TaxRelief;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.invoice.WriteOffApprovalGiven;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.policy.WriteOffRules;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.DoubtfulResource;
import io.receivables.platform.resource.InvoiceResource;
import io.receivables.platform.resource.RecoveryResource;
import io.receivables.platform.resource.WriteOffResource;
import java.time.LocalDate;
import java.util.List;
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
    private Doubtfuls doubtfuls;
    private DatedAmounts taxRelieved;
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
        instalments.requireUntouched(issued.total(), effectiveDate, "invoice " + issued.invoiceId());
        var parts = issued.instalments().stream().map(it -> new InstalmentAmount(it.no(), it.amount())).toList();
        apply(new InvoiceCancelled(issued.invoiceId(), issued.accountId(), issued.legalEntity(), parts, reason,
                effectiveDate));
    }

    public void writeOff(WriteOffClaim claim, ApprovalLimit limit, WriteOffRules rules, String requestedBy) {
        requireNotCancelled();
        writeOffs.claim(claim, limit, rules, requestedBy);
    }

    public void approveWriteOff(WriteOffId id, Approver approver, LocalDate today) {
        requireNotCancelled();
        writeOffs.approve(id, approver, today);
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

    /** @param amount null marks all that is open at the date */
    public void markDoubtful(DoubtfulId id, @Nullable Money amount, String reason, LocalDate effectiveDate) {
        requireNotCancelled();
        doubtfuls.mark(id, amount, reason, effectiveDate);
    }

    public void releaseDoubtful(DoubtfulId id, String reason, LocalDate effectiveDate) {
        doubtfuls.release(id, reason, effectiveDate);
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
                var reliefs = new TaxReliefs(first);
                writeOffs = new WriteOffs(first, instalments, reliefs);
                recoveries = new Recoveries(first, reliefs);
                doubtfuls = new Doubtfuls(first, instalments);
                taxRelieved = new DatedAmounts(first.total().currency());
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
            case WriteOffRequested requested -> writeOffs.requested(requested);
            case InvoiceWrittenOff writtenOff -> {
                writeOffs.writtenOff(writtenOff);
                recoveries.writtenOff(writtenOff.parts(), writtenOff.effectiveDate());
                instalments.reduce(Kind.WRITTEN_OFF, writtenOff.parts(), writtenOff.effectiveDate());
                taxRelieved.add(writtenOff.effectiveDate(), taxOf(writtenOff.relief()));
            }
            case WriteOffRejected rejected -> writeOffs.rejected(rejected);
            case WriteOffReversed reversed -> {
                writeOffs.reversed(reversed);
                recoveries.writeOffReversed(reversed.parts(), reversed.effectiveDate());
                instalments.restore(Kind.WRITTEN_OFF, reversed.parts(), reversed.effectiveDate());
                taxRelieved.take(reversed.effectiveDate(), taxOf(reversed.relief()));
            }
            case WrittenOffAmountRecovered recovered -> {
                recoveries.recovered(recovered);
                taxRelieved.take(recovered.effectiveDate(), taxOf(recovered.taxDue()));
            }
            case RecoveryReversed reversed -> {
                recoveries.reversed(reversed);
                taxRelieved.add(reversed.effectiveDate(), taxOf(reversed.taxDue()));
            }
            case WriteOffApprovalGiven given -> writeOffs.approvalGiven(given);
            case InvoiceMarkedDoubtful marked -> doubtfuls.marked(marked);
            case DoubtfulReleased released -> doubtfuls.released(released);
            case InvoiceCharged charged -> charges.claimed(charged);
            case InvoiceChargeReversed reversed -> charges.reversed(reversed);
        }
    }

    private Money taxOf(@Nullable TaxRelief relief) {
        return taxOf(relief == null ? null : relief.perRate());
    }

    private Money taxOf(@Nullable List<TaxShare> shares) {
        return TaxShare.taxOf(shares == null ? List.of() : shares, issued.total().currency());
    }

    /** The invoice at a date, as the API shows it. */
    public InvoiceResource resource(LocalDate asAt, long version) {
        return InvoiceResource.of(issued, instalments.figuresAt(asAt),
                new InvoiceResource.Losses(recoveries.at(asAt), doubtfuls.at(asAt), taxRelieved.at(asAt),
                        doubtfuls.linesAt(asAt)),
                cancelled,
                asAt, version,
                null);
    }

    public WriteOffResource writeOffResource(WriteOffId id, long version) {
        return writeOffs.resource(id, version);
    }

    public DoubtfulResource doubtfulResource(DoubtfulId id, long version) {
        return doubtfuls.resource(id, version);
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
