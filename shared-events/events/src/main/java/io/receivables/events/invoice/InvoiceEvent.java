package io.receivables.events.invoice;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;

/** What happened to an invoice. */
public sealed interface InvoiceEvent extends AccountEntry
        permits
        InvoiceIssued,
        InvoiceSettledInPart,
        InvoiceSettlementReversed,
        InvoiceCancelled,
        InvoiceRescheduled,
        InvoiceReclassified,
        WriteOffRequested,
        InvoiceWrittenOff,
        WriteOffRejected,
        WriteOffReversed,
        WrittenOffAmountRecovered,
        RecoveryReversed,
        WriteOffApprovalGiven,
        InvoiceMarkedDoubtful,
        DoubtfulReleased,
        SmallDifferenceWrittenOff,
        SmallDifferenceReversed,
        InvoiceCharged,
        InvoiceChargeReversed,
        InvoiceDunningBlocked,
        InvoiceDunningBlockReleased,
        DisputeRaised,
        DisputeReassigned,
        DisputeResolved,
        LimitationInterrupted,
        LimitationInterruptionVoided,
        InvoiceFactored,
        InvoiceBoughtBack,
        InvoicePaidToFactor,
        InvoicePaidToFactorReversed {

    InvoiceId invoiceId();

    @Override
    AccountId accountId();
}
