package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.invoice.DatedInstalment.Kind;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.InvoiceResource;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * An invoice: its instalments with everything that settles them, by date. Status is derived from these amounts, it is
 * not a state of its own.
 */
@Aggregate(cache = "aggregateCache")
@SuppressWarnings("NullAway.Init")
public class Invoice implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private InvoiceIssued issued;
    private boolean cancelled;
    private OpenInstalments instalments;

    Invoice() {}

    public static Invoice issue(InvoiceIssued issued) {
        apply(issued);
        return new Invoice();
    }

    /** How an amount would settle the instalments: which of them, with how much discount. Refuses what is not open. */
    public List<SettledPart> plan(SettlementClaim claim) {
        requireNotCancelled();
        Amounts.requirePositive(claim.amount(), "/amount");
        Amounts.requireCurrency(issued.total().currency(), claim.amount(), "/amount");
        if (!claim.accountId().equals(issued.accountId())) {
            throw new Refusal(ProblemCode.ACCOUNT_MISMATCH, "invoice " + issued.invoiceId() + " is of account "
                    + issued.accountId() + ", not " + claim.accountId());
        }
        Amounts.requireNotBefore(claim.effectiveDate(), issued.issueDate(),
                "the issue of invoice " + issued.invoiceId());
        return instalments.settle(claim, Discounts.of(issued, instalments, claim));
    }

    /** Takes note of an allocation that the payment or credit note has decided. */
    public void settle(AllocationId id, CreditSource source, List<SettledPart> parts, LocalDate effectiveDate) {
        apply(new InvoiceSettledInPart(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, source, parts,
                effectiveDate));
    }

    /** Takes note that the payment or credit note took an allocation back. */
    public void reverseSettlement(AllocationId id, CreditSource source, List<SettledPart> parts, String reason,
            LocalDate effectiveDate) {
        apply(new InvoiceSettlementReversed(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, source,
                parts, reason, effectiveDate));
    }

    public void cancel(String reason, LocalDate effectiveDate) {
        requireNotCancelled();
        Amounts.requireNotBefore(effectiveDate, issued.issueDate(), "the issue of invoice " + issued.invoiceId());
        instalments.requireUntouched(issued.total(), effectiveDate, "invoice " + issued.invoiceId());
        var parts = issued.instalments().stream().map(it -> new InstalmentAmount(it.no(), it.amount())).toList();
        apply(new InvoiceCancelled(issued.invoiceId(), issued.accountId(), issued.legalEntity(), parts, reason,
                effectiveDate));
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
            }
            case InvoiceSettledInPart settled -> instalments.settled(settled.source(), settled.parts(),
                    settled.effectiveDate());
            case InvoiceSettlementReversed reversed -> instalments.settlementReversed(reversed.source(),
                    reversed.parts(), reversed.effectiveDate());
            case InvoiceCancelled voided -> {
                cancelled = true;
                instalments.reduce(Kind.CANCELLED, voided.parts(), voided.effectiveDate());
            }
            case WriteOffRequested _ -> {
            }
            case InvoiceWrittenOff _ -> {
            }
            case WriteOffRejected _ -> {
            }
            case WriteOffReversed _ -> {
            }
            case WrittenOffAmountRecovered _ -> {
            }
            case RecoveryReversed _ -> {
            }
        }
    }

    /** The invoice at a date, as the API shows it. */
    public InvoiceResource resource(LocalDate asAt, long version) {
        return InvoiceResource.of(issued, instalments.figuresAt(asAt), Money.zero(issued.total().currency()), cancelled,
                asAt, version, null);
    }

    public InvoiceIssued issued() {
        return issued;
    }

    @Override
    public LegalEntityId legalEntity() {
        return issued.legalEntity();
    }
}
