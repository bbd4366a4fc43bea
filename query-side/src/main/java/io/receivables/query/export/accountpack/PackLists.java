package io.receivables.query.export.accountpack;

import io.receivables.events.account.AccountId;
import io.receivables.platform.resource.ContactResource;
import io.receivables.platform.resource.CreditNoteResource;
import io.receivables.platform.resource.InvoiceResource;
import io.receivables.platform.resource.PaymentResource;
import io.receivables.query.collection.GetCollectionFile;
import io.receivables.query.collection.GetContactLog;
import io.receivables.query.creditnotedetail.FindCreditNotes;
import io.receivables.query.customeraccount.GetOpenItems;
import io.receivables.query.customeraccount.OpenItem;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Table;
import io.receivables.query.invoicedetail.FindInvoices;
import io.receivables.query.paymentdetail.FindPayments;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every document of the account and what was said about it, as the API answers it: as CSV for people and as JSON. */
@Component
class PackLists {

    private final FindInvoices invoices;
    private final FindPayments payments;
    private final FindCreditNotes creditNotes;
    private final GetOpenItems openItems;
    private final GetContactLog contacts;
    private final GetCollectionFile collectionFiles;
    private final JsonMapper json;

    PackLists(FindInvoices invoices, FindPayments payments, FindCreditNotes creditNotes, GetOpenItems openItems,
            GetContactLog contacts, GetCollectionFile collectionFiles, JsonMapper json) {
        this.invoices = invoices;
        this.payments = payments;
        this.creditNotes = creditNotes;
        this.openItems = openItems;
        this.contacts = contacts;
        this.collectionFiles = collectionFiles;
        this.json = json;
    }

    List<InvoiceResource> invoices(AccountId id, AsOfRequest asOf) {
        var ofAccount = new FindInvoices.Filter(null, id.value(), null, null, null, null, null, null);
        return AllPages.of(paging -> invoices.handle(ofAccount, asOf, paging));
    }

    void write(AccountId id, AsOfRequest asOf, ZipFiles zip) throws IOException {
        add("invoices", InvoiceResource.class, invoices(id, asOf), zip);
        var ofPayer = new FindPayments.Filter(null, id.value(), null, null, null);
        add("payments", PaymentResource.class, AllPages.of(paging -> payments.handle(ofPayer, asOf, paging)), zip);
        var credited = new FindCreditNotes.Filter(null, id.value(), null, null);
        add("credit-notes", CreditNoteResource.class,
                AllPages.of(paging -> creditNotes.handle(credited, asOf, paging)), zip);
        add("open-items", OpenItem.class, AllPages.of(paging -> openItems.handle(id, asOf, paging)), zip);
        var everything = new GetContactLog.Filter(null, null, null, null, null);
        add("contact-log", ContactResource.class,
                AllPages.of(paging -> contacts.handle(id, everything, asOf, paging)), zip);
        zip.addDocument("collection-file.json",
                out -> out.write(json.writeValueAsBytes(collectionFiles.handle(id, asOf))));
    }

    /** A list that is empty is there, with its columns. */
    <T> void add(String name, Class<T> type, List<T> items, ZipFiles zip) throws IOException {
        zip.add(name + ".csv", out -> {
            Table.of(type, items, json).writeCsv(out);
            return items.size();
        });
        zip.add(name + ".json", out -> {
            out.write(json.writeValueAsBytes(Map.of("items", items)));
            return items.size();
        });
    }
}
