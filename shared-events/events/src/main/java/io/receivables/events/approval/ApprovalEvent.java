package io.receivables.events.approval;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;
import org.jspecify.annotations.Nullable;

/** What happened to attempts to approve one thing; what was approved is a fact of that thing itself. */
public sealed interface ApprovalEvent extends AccountEntry permits ApprovalRefused {

    ApprovalSubject subject();

    /** Of the write-off, refund, credit limit, … that was to be approved. */
    String approvalId();

    /** Null for the limit of a credit group, which is of no account alone. */
    @Override
    @Nullable
    AccountId accountId();
}
