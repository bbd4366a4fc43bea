package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Nothing is owed on the account from this date on, in either direction, and nothing shall be any more. */
@Revision("1")
public record AccountClosed(AccountId accountId, LegalEntityId legalEntity, String reason, String closedBy,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
