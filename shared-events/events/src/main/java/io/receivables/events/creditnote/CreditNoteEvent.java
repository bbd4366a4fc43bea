package io.receivables.events.creditnote;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;

/** What happened to a credit note. Its refunds are {@code RefundEvent}s, its write-offs {@code CreditWriteOffEvent}s. */
public sealed interface CreditNoteEvent extends AccountEntry
        permits
        CreditNoteIssued,
        CreditNoteAllocated,
        CreditNoteAllocationReversed,
        CreditNoteCancelled {

    CreditNoteId creditNoteId();

    @Override
    AccountId accountId();
}
