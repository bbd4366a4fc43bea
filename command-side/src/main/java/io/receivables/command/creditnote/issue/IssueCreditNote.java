package io.receivables.command.creditnote.issue;

import io.receivables.command.allocation.AllocationWish;
import io.receivables.command.document.NumberedDocument;
import io.receivables.command.document.OpeningBody;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grants a credit to a customer, and settles invoices with it where that is asked for. */
record IssueCreditNote(CreditNoteId creditNoteId, String creditNoteNumber, AccountId accountId, LocalDate issueDate,
        List<InvoiceLine> lines, Money total, String reason, List<InvoiceId> relatesTo,
        List<AllocationWish> allocations, @Nullable Opening opening) implements Command, NumberedDocument {

    @Override
    public String target() {
        return StreamType.CREDIT_NOTE.streamId(creditNoteId);
    }

    @Override
    public LocalDate effectiveDate() {
        return Opening.effectiveDate(opening, issueDate);
    }

    @Override
    public List<String> streams() {
        return AllocationWish.streams(target(), allocations);
    }

    @Override
    public StreamType kind() {
        return StreamType.CREDIT_NOTE;
    }

    @Override
    public String number() {
        return creditNoteNumber;
    }

    @Override
    public String datePointer() {
        return OpeningBody.datePointer(opening, "/issueDate");
    }
}
