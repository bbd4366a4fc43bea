package io.receivables.events.dunning;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.LetterChannel;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A letter was handed over: the mail server has accepted it, or its file lies in the folder of those to be printed.
 *
 * @param attempts how often it was tried, this time included
 * @param reference the Message-ID of the mail, or the name of the file; stable, so that a letter that was sent twice shows
 */
@Revision("1")
public record DunningLetterDelivered(DunningLetterId letterId, AccountId accountId, LegalEntityId legalEntity,
        LetterChannel channel, int attempts, String reference, LocalDate effectiveDate) implements DunningLetterEvent {}
