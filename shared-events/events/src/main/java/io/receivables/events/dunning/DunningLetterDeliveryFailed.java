package io.receivables.events.dunning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.LetterChannel;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A letter was not delivered, and is not tried again unless a person says so.
 *
 * @param code the reply code of the mail server, such as 550; null where it gave none. Its words are not kept: they name the
 * recipient
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningLetterDeliveryFailed(DunningLetterId letterId, AccountId accountId, LegalEntityId legalEntity,
        LetterChannel channel, int attempts, DeliveryFailure failure, @Nullable Integer code,
        LocalDate effectiveDate) implements DunningLetterEvent {}
