package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Invoices issued from this date on follow other terms; those already issued keep theirs. */
@Revision("1")
public record TermsChanged(AccountId accountId, LegalEntityId legalEntity, PaymentTerms terms,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
