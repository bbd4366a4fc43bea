package io.receivables.events.dunning;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;

/** What happened to a letter. */
public sealed interface DunningLetterEvent extends AccountEntry
        permits DunningLetterIssued, DunningLetterDelivered, DunningLetterDeliveryFailed, DunningLetterSentAgain {

    DunningLetterId letterId();

    @Override
    AccountId accountId();
}
