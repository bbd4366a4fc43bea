package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditCheck;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The customer owes the total, in instalments that add up to it.
 *
 * @param discount what early payment would earn; null when none is offered
 * @param opening set when the invoice was open already at the cut-over to this book; null for an invoice of this book
 * @param terms the terms it was issued under; null when the request said all and no credit policy was valid
 * @param creditCheck what was seen of the customer's credit; null where nothing limits it
 */
@Revision("1")
public record InvoiceIssued(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        String invoiceNumber, ReceivableClass receivableClass, LocalDate issueDate, @Nullable LocalDate supplyDate,
        Money total, List<InvoiceLine> lines, List<Instalment> instalments,
        @Nullable EarlyPaymentDiscount discount, @Nullable Opening opening,
        @Nullable AppliedTerms terms, @Nullable CreditCheck creditCheck) implements InvoiceEvent {

    /** As it was before any look at credit. */
    public InvoiceIssued(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity, String invoiceNumber,
            ReceivableClass receivableClass, LocalDate issueDate, @Nullable LocalDate supplyDate, Money total,
            List<InvoiceLine> lines, List<Instalment> instalments, @Nullable EarlyPaymentDiscount discount,
            @Nullable Opening opening, @Nullable AppliedTerms terms) {
        this(invoiceId, accountId, legalEntity, invoiceNumber, receivableClass, issueDate, supplyDate, total, lines,
                instalments, discount, opening, terms, null);
    }

    /** An invoice of this book. */
    public InvoiceIssued(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity, String invoiceNumber,
            ReceivableClass receivableClass, LocalDate issueDate, @Nullable LocalDate supplyDate, Money total,
            List<InvoiceLine> lines, List<Instalment> instalments, @Nullable EarlyPaymentDiscount discount) {
        this(invoiceId, accountId, legalEntity, invoiceNumber, receivableClass, issueDate, supplyDate, total, lines,
                instalments, discount, null, null);
    }

    /** Without terms. */
    public InvoiceIssued(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity, String invoiceNumber,
            ReceivableClass receivableClass, LocalDate issueDate, @Nullable LocalDate supplyDate, Money total,
            List<InvoiceLine> lines, List<Instalment> instalments, @Nullable EarlyPaymentDiscount discount,
            @Nullable Opening opening) {
        this(invoiceId, accountId, legalEntity, invoiceNumber, receivableClass, issueDate, supplyDate, total, lines,
                instalments, discount, opening, null);
    }

    /** The same with what was seen of the customer's credit. */
    public InvoiceIssued with(@Nullable CreditCheck check) {
        return new InvoiceIssued(invoiceId, accountId, legalEntity, invoiceNumber, receivableClass, issueDate,
                supplyDate, total, lines, instalments, discount, opening, terms, check);
    }

    /** The same as a claim of another class. */
    public InvoiceIssued in(ReceivableClass other) {
        return new InvoiceIssued(invoiceId, accountId, legalEntity, invoiceNumber, other, issueDate, supplyDate, total,
                lines, instalments, discount, opening, terms, creditCheck);
    }

    @Override
    public LocalDate effectiveDate() {
        return Opening.effectiveDate(opening, issueDate);
    }
}
