package io.receivables.events.creditwriteoff;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;

/** What happened to the write-off of a credit; the stream is that of its source. */
public sealed interface CreditWriteOffEvent extends AccountEntry
        permits
        CreditWriteOffRequested,
        CreditWriteOffApprovalGiven,
        CreditWrittenOff,
        CreditWriteOffRejected,
        CreditWriteOffReversed {

    CreditWriteOffId creditWriteOffId();

    CreditSource source();

    @Override
    AccountId accountId();
}
