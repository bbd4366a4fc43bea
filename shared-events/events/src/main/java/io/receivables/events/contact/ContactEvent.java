package io.receivables.events.contact;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;

/** What was said and written between us and a customer. */
public sealed interface ContactEvent extends AccountEntry permits ContactLogged {

    ContactId contactId();

    @Override
    AccountId accountId();
}
