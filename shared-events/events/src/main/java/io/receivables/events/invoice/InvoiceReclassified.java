package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * From the date on the invoice is a claim of another class, with everything that was or will be settled of it. The balance
 * does not change.
 *
 * @param from the class that it had until then
 */
@Revision("1")
public record InvoiceReclassified(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        ReceivableClass from, ReceivableClass to, String reason, LocalDate effectiveDate) implements InvoiceEvent {}
