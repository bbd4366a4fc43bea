package io.receivables.events.dunning;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.LetterChannel;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A person wants the same letter to be sent once more: its delivery had failed, or it did not arrive.
 *
 * @param channel this time
 */
@Revision("1")
public record DunningLetterSentAgain(DunningLetterId letterId, AccountId accountId, LegalEntityId legalEntity,
        LetterChannel channel, String reason, LocalDate effectiveDate) implements DunningLetterEvent {}
