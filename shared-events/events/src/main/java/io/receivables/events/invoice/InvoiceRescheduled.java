package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * What is open of an invoice falls due on other days. It moves to new instalments, whose numbers continue the count; what
 * is settled stays where it was. The balance does not change.
 *
 * @param moved what leaves the instalments that had it, in all the sum of the new ones
 * @param issueDate of the invoice, from which the new instalments age where documents are aged
 */
@Revision("1")
public record InvoiceRescheduled(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        LocalDate issueDate, ReceivableClass receivableClass, List<InstalmentAmount> moved,
        List<Instalment> instalments, String reason, LocalDate effectiveDate) implements InvoiceEvent {}
