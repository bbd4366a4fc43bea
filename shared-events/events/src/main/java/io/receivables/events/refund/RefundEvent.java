package io.receivables.events.refund;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;

/** What happened to a refund; the stream is that of its source. */
public sealed interface RefundEvent extends AccountEntry
        permits
        RefundRequested,
        RefundApprovalGiven,
        RefundApproved,
        RefundRejected,
        RefundPaidOut,
        RefundReturned {

    RefundId refundId();

    CreditSource source();

    @Override
    AccountId accountId();
}
