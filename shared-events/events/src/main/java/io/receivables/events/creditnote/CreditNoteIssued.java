package io.receivables.events.creditnote;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The customer is owed the total until it is allocated or refunded.
 *
 * @param relatesTo the invoices that it corrects; naming them settles nothing
 */
@Revision("1")
public record CreditNoteIssued(CreditNoteId creditNoteId, AccountId accountId, LegalEntityId legalEntity,
        String creditNoteNumber, LocalDate issueDate, Money total, List<InvoiceLine> lines, String reason,
        List<InvoiceId> relatesTo) implements CreditNoteEvent {

    @Override
    public LocalDate effectiveDate() {
        return issueDate;
    }
}
