package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The account takes facts again. */
@Revision("1")
public record AccountReopened(AccountId accountId, LegalEntityId legalEntity, String reason, String reopenedBy,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
