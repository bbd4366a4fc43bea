package io.receivables.events.account;

import io.receivables.events.AccountEntry;

/** What happened to a customer account. */
public sealed interface CustomerAccountEvent extends AccountEntry permits CustomerAccountOpened, TermsChanged {

    @Override
    AccountId accountId();
}
