package io.receivables.events.creditnote;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The customer is owed the total until it is allocated or refunded.
 *
 * @param relatesTo the invoices that it corrects; naming them settles nothing
 * @param opening set when the credit was unapplied already at the cut-over to this book; null for a credit note of it
 */
@Revision("1")
public record CreditNoteIssued(CreditNoteId creditNoteId, AccountId accountId, LegalEntityId legalEntity,
        String creditNoteNumber, LocalDate issueDate, Money total, List<InvoiceLine> lines, String reason,
        List<InvoiceId> relatesTo, @Nullable Opening opening) implements CreditNoteEvent {

    /** A credit note of this book. */
    public CreditNoteIssued(CreditNoteId creditNoteId, AccountId accountId, LegalEntityId legalEntity,
            String creditNoteNumber, LocalDate issueDate, Money total, List<InvoiceLine> lines, String reason,
            List<InvoiceId> relatesTo) {
        this(creditNoteId, accountId, legalEntity, creditNoteNumber, issueDate, total, lines, reason, relatesTo, null);
    }

    @Override
    public LocalDate effectiveDate() {
        return Opening.effectiveDate(opening, issueDate);
    }
}
