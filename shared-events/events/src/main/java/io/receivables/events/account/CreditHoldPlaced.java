package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** A person stops new invoices for the account until the hold is released. */
@Revision("1")
public record CreditHoldPlaced(AccountId accountId, LegalEntityId legalEntity, CreditHoldId holdId,
        String reason, String placedBy,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
