package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Where and how the customer is reached was replaced. What it is stands in the party record alone, so that it can be erased. */
@Revision("1")
public record ContactChanged(AccountId accountId, LegalEntityId legalEntity,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
