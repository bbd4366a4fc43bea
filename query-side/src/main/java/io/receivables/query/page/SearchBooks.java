package io.receivables.query.page;

import io.receivables.query.creditnotedetail.FindCreditNotes;
import io.receivables.query.customeraccount.FindCustomerAccounts;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.invoicedetail.FindInvoices;
import io.receivables.query.paymentdetail.FindPayments;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Looks for accounts and documents, some of each kind. */
@Service
@SnapshotRead
class SearchBooks {

    private static final Paging FEW = new Paging("25", null);

    private final FindCustomerAccounts accounts;
    private final FindInvoices invoices;
    private final FindPayments payments;
    private final FindCreditNotes creditNotes;

    SearchBooks(FindCustomerAccounts accounts, FindInvoices invoices, FindPayments payments,
            FindCreditNotes creditNotes) {
        this.accounts = accounts;
        this.invoices = invoices;
        this.payments = payments;
        this.creditNotes = creditNotes;
    }

    /**
     * Something that was found.
     *
     * @param kind {@code account}, {@code invoice}, {@code payment} or {@code creditNote}
     * @param label number, reference or name
     * @param amount the account's balance, the document's amount
     */
    record Hit(String kind, String id, String label, String link, String date, Amount amount, String currency) {

        boolean names(String q) {
            return id.equalsIgnoreCase(q) || label.equalsIgnoreCase(q) && !kind.equals("payment");
        }
    }

    List<Hit> accountsOf(String customerId, Links links) {
        return accounts(FindCustomerAccounts.Filter.of(customerId, null), links).toList();
    }

    private Stream<Hit> accounts(FindCustomerAccounts.Filter filter, Links links) {
        return accounts.handle(filter, links.viewpoint().asOf(), FEW)
                .items()
                .stream()
                .map(it -> new Hit("account", it.accountId().value(), it.name(), links.account(it.accountId().value()),
                        "", Amount.of(it.balance()), it.currency().getCurrencyCode()));
    }

    List<Hit> find(String q, Links links) {
        var request = links.viewpoint().asOf();
        return Stream.of(accounts(FindCustomerAccounts.Filter.of(null, q), links),
                invoices.handle(new FindInvoices.Filter(null, null, null, null, null, null, null, q), request, FEW)
                        .items()
                        .stream()
                        .map(it -> new Hit("invoice", it.invoiceId().value(), it.invoiceNumber(),
                                links.invoice(it.invoiceId().value()), it.issueDate().toString(),
                                Amount.of(it.total()), it.total().currency().getCurrencyCode())),
                payments.handle(new FindPayments.Filter(null, null, null, null, q), request, FEW)
                        .items()
                        .stream()
                        .map(it -> new Hit("payment", it.paymentId().value(),
                                it.reference() == null ? "" : it.reference(), links.payment(it.paymentId().value()),
                                it.receivedDate().toString(), Amount.of(it.amount()),
                                it.amount().currency().getCurrencyCode())),
                creditNotes.handle(new FindCreditNotes.Filter(null, null, null, q), request, FEW)
                        .items()
                        .stream()
                        .map(it -> new Hit("creditNote", it.creditNoteId().value(), it.creditNoteNumber(),
                                links.creditNote(it.creditNoteId().value()), it.issueDate().toString(),
                                Amount.of(it.total()), it.total().currency().getCurrencyCode())))
                .flatMap(hits -> hits)
                .toList();
    }
}
