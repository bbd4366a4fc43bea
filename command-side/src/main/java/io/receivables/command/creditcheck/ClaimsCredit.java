package io.receivables.command.creditcheck;

import io.receivables.events.account.AccountId;

/** A command that adds to what an account owes, so that its limit is looked at. */
public interface ClaimsCredit {

    AccountId accountId();
}
