package io.receivables.query.invoicedetail;

import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.resource.InvoiceResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvoiceDetailApi {

    private final GetInvoiceDetail invoice;
    private final FindInvoices invoices;

    InvoiceDetailApi(GetInvoiceDetail invoice, FindInvoices invoices) {
        this.invoice = invoice;
        this.invoices = invoices;
    }

    @GetMapping("/v1/invoices")
    Page<InvoiceResource> find(FindInvoices.Filter filter, AsOfRequest asOf, Paging paging) {
        return invoices.handle(filter, asOf, paging);
    }

    @GetMapping("/v1/invoices/{id}")
    InvoiceResource get(@PathVariable InvoiceId id, AsOfRequest asOf) {
        return invoice.handle(id, asOf);
    }
}
