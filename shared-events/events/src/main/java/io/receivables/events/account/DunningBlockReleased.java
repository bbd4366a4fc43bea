package io.receivables.events.account;

import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The account is reminded again from this date on. */
@Revision("1")
public record DunningBlockReleased(AccountId accountId, LegalEntityId legalEntity, DunningBlockId blockId,
        String reason, LocalDate effectiveDate) implements CustomerAccountEvent {}
