package io.receivables.command.invoice.issue;

import io.receivables.command.creditcheck.ClaimsCredit;
import io.receivables.command.document.NumberedDocument;
import io.receivables.command.document.OpeningBody;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.invoice.EarlyPaymentDiscount;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims an amount from a customer. What is null follows from the account's terms. */
record IssueInvoice(InvoiceId invoiceId, String invoiceNumber, AccountId accountId, LocalDate issueDate,
        @Nullable LocalDate supplyDate, List<InvoiceLine> lines, Money total, @Nullable LocalDate dueDate,
        @Nullable List<Instalment> instalments, @Nullable EarlyPaymentDiscount discount,
        @Nullable PaymentTerms terms, @Nullable ReceivableClass receivableClass, @Nullable Opening opening,
        @Nullable CreditOverrideId creditOverrideId) implements Command, NumberedDocument, ClaimsCredit {

    @Override
    public LocalDate effectiveDate() {
        return Opening.effectiveDate(opening, issueDate);
    }

    /** Whether the request itself says when what is due. */
    boolean datesGiven() {
        return dueDate != null || instalments != null;
    }

    @Override
    public List<String> streams() {
        return List.of(StreamType.INVOICE.streamId(invoiceId));
    }

    @Override
    public StreamType kind() {
        return StreamType.INVOICE;
    }

    @Override
    public String number() {
        return invoiceNumber;
    }

    @Override
    public String datePointer() {
        return OpeningBody.datePointer(opening, "/issueDate");
    }
}
