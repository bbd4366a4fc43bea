package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** A hold ends. */
@Revision("1")
public record CreditHoldReleased(AccountId accountId, LegalEntityId legalEntity, CreditHoldId holdId,
        String reason,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
