package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The party record was erased: the name, how the customer is reached, and the texts of the letters that name them. */
@Revision("1")
public record ContactErased(AccountId accountId, LegalEntityId legalEntity,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
