package io.receivables.query.invoicedetail;

import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.resource.InvoiceResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Documents;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.DocumentType;
import java.util.List;
import org.springframework.stereotype.Service;

/** Answers what an invoice was at a date, as known on a day. */
@Service
@SnapshotRead
public class GetInvoiceDetail {

    private final Documents documents;
    private final InvoiceFigures figures;

    GetInvoiceDetail(Documents documents, InvoiceFigures figures) {
        this.documents = documents;
        this.figures = figures;
    }

    public InvoiceResource handle(InvoiceId id, AsOfRequest request) {
        var asOf = documents.require(DocumentType.INVOICE, id.value(), request);
        return figures.of(List.of(id.value()), asOf).getFirst();
    }
}
