package io.receivables.command.openitem;

import io.receivables.command.openitem.OpenItem.Dates;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.charge.LateChargeEvent;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.charge.LateChargeSettledInPart;
import io.receivables.events.charge.LateChargeSettlementReversed;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.creditnote.CreditNoteCancelled;
import io.receivables.events.creditnote.CreditNoteEvent;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.creditwriteoff.CreditWriteOffApprovalGiven;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.creditwriteoff.CreditWriteOffRejected;
import io.receivables.events.creditwriteoff.CreditWriteOffRequested;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.factoring.FactorDebtIncurred;
import io.receivables.events.factoring.FactorDebtReversed;
import io.receivables.events.factoring.FactorPaidOver;
import io.receivables.events.factoring.FactorSettlementReported;
import io.receivables.events.factoring.FactorSettlementReversed;
import io.receivables.events.factoring.FactoredItemsBoughtBack;
import io.receivables.events.factoring.FactoringEvent;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.DoubtfulReleased;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceBoughtBack;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceChargeReversed;
import io.receivables.events.invoice.InvoiceCharged;
import io.receivables.events.invoice.InvoiceDunningBlockReleased;
import io.receivables.events.invoice.InvoiceDunningBlocked;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceFactored;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.invoice.InvoicePaidToFactor;
import io.receivables.events.invoice.InvoicePaidToFactorReversed;
import io.receivables.events.invoice.InvoiceReclassified;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.LimitationInterrupted;
import io.receivables.events.invoice.LimitationInterruptionVoided;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.SmallDifferenceReversed;
import io.receivables.events.invoice.SmallDifferenceWrittenOff;
import io.receivables.events.invoice.WriteOffApprovalGiven;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.payment.PaymentHeldForFactor;
import io.receivables.events.payment.PaymentHeldForFactorReversed;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.PaymentUseForRecoveryReversed;
import io.receivables.events.payment.PaymentUsedForRecovery;
import io.receivables.events.payment.ReceivedTransferReversed;
import io.receivables.events.payment.SmallDifferenceGivenBack;
import io.receivables.events.payment.SmallDifferenceTaken;
import io.receivables.events.refund.RefundApprovalGiven;
import io.receivables.events.refund.RefundApproved;
import io.receivables.events.refund.RefundEvent;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundRejected;
import io.receivables.events.refund.RefundRequested;
import io.receivables.events.refund.RefundReturned;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each fact changes of the open items. As in the ledger, one fact counts: that of the payment or credit note, not its
 * twin in the invoice's stream. Cash that nobody has identified is in no account.
 */
final class OpenItemChanges {

    private static final int WHOLE = 0;

    private final List<OpenItemChange> changes = new ArrayList<>(3);

    private OpenItemChanges() {}

    static List<OpenItemChange> of(ReceivablesEvent event) {
        var all = new OpenItemChanges();
        switch (event) {
            case InvoiceEvent invoice -> all.on(invoice);
            case LateChargeEvent charge -> all.on(charge);
            case PaymentEvent payment -> all.on(payment);
            case CreditNoteEvent creditNote -> all.on(creditNote);
            case RefundEvent refund -> all.on(refund);
            case CreditWriteOffEvent writeOff -> all.on(writeOff);
            case FactoringEvent factoring -> all.on(factoring);
            default -> {
                // Entities, policies and accounts owe nothing.
            }
        }
        return all.changes;
    }

    private void on(InvoiceEvent event) {
        switch (event) {
            case InvoiceIssued issued -> issued.instalments()
                    .forEach(it -> add(invoice(issued.accountId(), issued.invoiceId(), it.no()), it.amount(), 1,
                            new Dates(issued.issueDate(), it.dueDate())));
            case InvoiceRescheduled moved -> {
                addAll(moved, moved.moved(), -1);
                moved.instalments()
                        .forEach(it -> add(invoice(moved.accountId(), moved.invoiceId(), it.no()), it.amount(), 1,
                                new Dates(moved.issueDate(), it.dueDate())));
            }
            case InvoiceCancelled cancelled -> addAll(cancelled, cancelled.parts(), -1);
            case InvoiceWrittenOff writtenOff -> addAll(writtenOff, writtenOff.parts(), -1);
            case WriteOffReversed reversed -> addAll(reversed, reversed.parts(), 1);
            case SmallDifferenceWrittenOff given -> addAll(given, given.parts(), -1);
            case SmallDifferenceReversed back -> addAll(back, back.parts(), 1);
            case InvoiceSettledInPart _,InvoiceSettlementReversed _,WriteOffRequested _,WriteOffRejected _,WrittenOffAmountRecovered _,RecoveryReversed _,WriteOffApprovalGiven _,InvoiceMarkedDoubtful _,DoubtfulReleased _,DisputeRaised _,DisputeReassigned _,DisputeResolved _,InvoiceCharged _,InvoiceChargeReversed _,LimitationInterrupted _,LimitationInterruptionVoided _,InvoiceFactored _,InvoiceBoughtBack _,InvoicePaidToFactor _,InvoicePaidToFactorReversed _,InvoiceDunningBlocked _,InvoiceDunningBlockReleased _,InvoiceReclassified _ ->
                {
                }
        }
    }

    private void on(LateChargeEvent event) {
        var key = charge(event.accountId(), event.chargeId());
        switch (event) {
            case LateChargeClaimed claimed -> add(key, claimed.amount(), 1,
                    new Dates(claimed.effectiveDate(), claimed.dueDate()));
            case LateChargeReversed reversed -> add(key, reversed.amount(), -1, null);
            case LateChargeSettledInPart _,LateChargeSettlementReversed _ -> {
            }
        }
    }

    private void on(PaymentEvent event) {
        switch (event) {
            case PaymentReceived received -> {
                if (received.accountId() != null) {
                    add(payment(received.accountId(), event), received.amount(), 1,
                            Dates.of(received.receivedDate()));
                }
            }
            case PaymentIdentified identified -> add(payment(identified.accountId(), event), identified.amount(), 1,
                    null);
            case PaymentAllocated it -> settle(payment(it.accountId(), event), it.target(), it.parts(), 1);
            case PaymentAllocationReversed it -> settle(payment(it.accountId(), event), it.target(), it.parts(), -1);
            case PaymentReversed reversed -> {
                if (reversed.accountId() != null) {
                    add(payment(reversed.accountId(), event), reversed.amount(), -1, null);
                }
            }
            case PaymentUsedForRecovery used -> add(payment(used.accountId(), event), used.amount(), -1, null);
            case PaymentUseForRecoveryReversed it -> add(payment(it.accountId(), event), it.amount(), 1, null);
            // Here each of the two payments of a transfer counts by its own fact: both are in one transaction.
            case PaymentTransferred it -> add(payment(it.accountId(), event), it.amount(), -1, null);
            case PaymentTransferReversed it -> add(payment(it.accountId(), event), it.amount(), 1, null);
            case ReceivedTransferReversed it -> add(payment(it.accountId(), event), it.amount(), -1, null);
            case SmallDifferenceTaken kept -> add(payment(kept.accountId(), event), kept.amount(), -1, null);
            case SmallDifferenceGivenBack back -> add(payment(back.accountId(), event), back.amount(), 1, null);
            case PaymentHeldForFactor held -> add(payment(held.accountId(), event), held.amount(), -1, null);
            case PaymentHeldForFactorReversed back -> add(payment(back.accountId(), event), back.amount(), 1, null);
        }
    }

    private void on(CreditNoteEvent event) {
        var key = new Key(event.accountId(), Kind.CREDIT_NOTE, event.creditNoteId().value(), WHOLE);
        switch (event) {
            case CreditNoteIssued issued -> add(key, issued.total(), 1, Dates.of(issued.issueDate()));
            case CreditNoteAllocated it -> settle(key, it.target(), it.parts(), 1);
            case CreditNoteAllocationReversed it -> settle(key, it.target(), it.parts(), -1);
            case CreditNoteCancelled cancelled -> add(key, cancelled.amount(), -1, null);
        }
    }

    private void on(RefundEvent event) {
        var setAside = new Key(event.accountId(), Kind.REFUND, event.refundId().value(), WHOLE);
        var source = source(event.accountId(), event.source());
        switch (event) {
            case RefundRequested requested -> {
                add(source, requested.amount(), -1, null);
                add(setAside, requested.amount(), 1, Dates.of(requested.effectiveDate()));
            }
            case RefundRejected rejected -> {
                add(setAside, rejected.amount(), -1, null);
                add(source, rejected.amount(), 1, null);
            }
            case RefundPaidOut paid -> add(setAside, paid.amount(), -1, null);
            case RefundReturned returned -> add(source, returned.amount(), 1, null);
            case RefundApproved _,RefundApprovalGiven _ -> {
            }
        }
    }

    private void on(CreditWriteOffEvent event) {
        var setAside = new Key(event.accountId(), Kind.CREDIT_WRITE_OFF, event.creditWriteOffId().value(), WHOLE);
        var source = source(event.accountId(), event.source());
        switch (event) {
            case CreditWriteOffRequested requested -> {
                add(source, requested.amount(), -1, null);
                add(setAside, requested.amount(), 1, Dates.of(requested.effectiveDate()));
            }
            case CreditWrittenOff done -> add(done.approvedBy() == null ? source : setAside, done.amount(), -1, null);
            case CreditWriteOffRejected rejected -> {
                add(setAside, rejected.amount(), -1, null);
                add(source, rejected.amount(), 1, null);
            }
            case CreditWriteOffReversed reversed -> add(source, reversed.amount(), 1, null);
            case CreditWriteOffApprovalGiven _ -> {
            }
        }
    }

    /** What has left the books with its assignment is open again when it is returned; what has stayed goes when it is paid. */
    private void on(FactoringEvent event) {
        switch (event) {
            case ReceivablesFactored it when it.derecognised() -> addItems(event, it.items(), -1);
            case FactoredItemsBoughtBack it when it.derecognised() -> addItems(event, it.items(), 1);
            case FactorSettlementReported it when !it.derecognised() -> addItems(event, it.items(), -1);
            case FactorSettlementReversed it when !it.derecognised() -> addItems(event, it.items(), 1);
            case ReceivablesFactored _,FactoredItemsBoughtBack _,FactorSettlementReported _,FactorSettlementReversed _,FactorDebtIncurred _,FactorDebtReversed _,FactorPaidOver _ ->
                {
                }
        }
    }

    private void addItems(FactoringEvent event, List<ClaimItem> items, int sign) {
        items.forEach(item -> add(invoice(event.accountId(), item.invoiceId(), item.instalment()), item.amount(), sign,
                null));
    }

    /** @param sign 1 for an allocation, -1 for one that is taken back */
    private void settle(Key source, AllocationTarget target, List<SettledPart> parts, int sign) {
        parts.forEach(part -> add(target(source.account(), target, part.instalment()), part.settled(), -sign, null));
        add(source, SettledPart.amountOf(parts), -sign, null);
    }

    private void addAll(InvoiceEvent event, List<InstalmentAmount> parts, int sign) {
        parts.forEach(part -> add(invoice(event.accountId(), event.invoiceId(), part.instalment()), part.amount(), sign,
                null));
    }

    private void add(Key key, Money amount, int sign, @Nullable Dates dates) {
        if (!amount.isZero()) {
            changes.add(new OpenItemChange(key, sign * amount.minorUnits(), amount.currency(), dates));
        }
    }

    private static Key invoice(AccountId account, InvoiceId invoice, int instalment) {
        return new Key(account, Kind.INVOICE, invoice.value(), instalment);
    }

    private static Key charge(AccountId account, ChargeId charge) {
        return new Key(account, Kind.CHARGE, charge.value(), WHOLE);
    }

    private static Key target(AccountId account, AllocationTarget target, int instalment) {
        return switch (target) {
            case AllocationTarget.Invoice(var id) -> invoice(account, id, instalment);
            case AllocationTarget.Charge(var id) -> charge(account, id);
        };
    }

    private static Key payment(AccountId account, PaymentEvent event) {
        return new Key(account, Kind.PAYMENT, event.paymentId().value(), WHOLE);
    }

    private static Key source(AccountId account, CreditSource source) {
        return new Key(account, Kind.of(source), source.id(), WHOLE);
    }
}
