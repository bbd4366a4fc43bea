package io.receivables.query.invoicedetail;

import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.resource.InvoiceResource;
import io.receivables.query.edge.AsOfRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvoiceDetailApi {

    private final GetInvoiceDetail invoice;

    InvoiceDetailApi(GetInvoiceDetail invoice) {
        this.invoice = invoice;
    }

    @GetMapping("/v1/invoices/{id}")
    InvoiceResource get(@PathVariable InvoiceId id, AsOfRequest asOf) {
        return invoice.handle(id, asOf);
    }
}
