package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.Currency;
import org.axonframework.serialization.Revision;

/** A customer may owe from this date on. The customer's name is in the party record, not here. */
@Revision("1")
public record CustomerAccountOpened(AccountId accountId, LegalEntityId legalEntity, CustomerId customerId,
        Currency currency, ReceivableClass receivableClass, PaymentTerms terms,
        LocalDate effectiveDate) implements CustomerAccountEvent {

    /** The same account with other terms. */
    public CustomerAccountOpened with(PaymentTerms others) {
        return new CustomerAccountOpened(accountId, legalEntity, customerId, currency, receivableClass, others,
                effectiveDate);
    }
}
