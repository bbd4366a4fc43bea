package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A person stops reminders of everything on the account.
 *
 * @param until the last day; null: until it is released
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningBlockPlaced(AccountId accountId, LegalEntityId legalEntity, DunningBlockId blockId, String reason,
        String placedBy, @Nullable LocalDate until, LocalDate effectiveDate) implements CustomerAccountEvent {}
