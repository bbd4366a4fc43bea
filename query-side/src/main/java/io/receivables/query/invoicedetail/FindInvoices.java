package io.receivables.query.invoicedetail;

import io.receivables.platform.resource.InvoiceResource;
import io.receivables.platform.resource.InvoiceStatus;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.ClassFilter;
import io.receivables.query.edge.DocumentSearch;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.DocumentType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lists invoices, newest first, as they were at a date. */
@Service
@SnapshotRead
public class FindInvoices {

    /** The same rules as those of the resource, said to the database. */
    private static final String STATUS = """
            case when s.cancelled then 'CANCELLED'
                 when s.open > 0 and (s.paid > 0 or s.credited > 0 or s.written_off > 0) then 'PARTIALLY_PAID'
                 when s.open > 0 then 'OPEN'
                 when s.written_off > 0 then 'WRITTEN_OFF'
                 when s.factored > 0 then 'FACTORED'
                 when s.paid > 0 then 'PAID'
                 else 'CREDITED' end""";

    private static final String SETTLED_BY = """
            d.document_id in (select k.document_id from ledger.movement k
                               where k.document_type = 'INVOICE' and k.kind in (%s))""";

    private static final String OVER_LEGAL_MAXIMUM = """
            d.document_id in (select o.invoice_id from ledger.over_legal_maximum o)""";

    /** The class that it has at the date: changes come in the order of their dates. */
    private static final String OF_CLASS = """
            coalesce((select c.to_class from ledger.reclassification c
                            where c.invoice_id = d.document_id and c.effective_date <= :asAt and c.position <= :known
                            order by c.position desc limit 1),
                          (select i.receivable_class from ledger.item i
                            where i.document_type = 'INVOICE' and i.document_id = d.document_id limit 1)) = '%s'""";

    private final DocumentSearch search;
    private final AsOfResolver resolver;
    private final InvoiceFigures figures;

    FindInvoices(DocumentSearch search, AsOfResolver resolver, InvoiceFigures figures) {
        this.search = search;
        this.resolver = resolver;
        this.figures = figures;
    }

    /**
     * @param receivableClass that they have at the date
     * @param opening "true" finds those that were open already at the cut-over
     * @param overLegalMaximum "true" finds those that were issued with a due date beyond the legal maximum
     * @param q a part of the id, the number or the customer's name
     */
    public record Filter(@Nullable String legalEntity, @Nullable String accountId, @Nullable String status,
            @Nullable String receivableClass, @Nullable String overdue, @Nullable String opening,
            @Nullable String overLegalMaximum,
            @Nullable String q) {}

    public Page<InvoiceResource> handle(Filter filter, AsOfRequest request, Paging paging) {
        var scope = Scope.of(filter.legalEntity());
        var asOf = resolver.resolve(request, scope);
        var found = search.find(new DocumentSearch.Wanted(DocumentType.INVOICE, scope, asOf, filter.accountId(),
                filter.q(), condition(filter, asOf)), paging);
        return found.with(figures.of(found.items(), asOf));
    }

    private String condition(Filter filter, AsOf asOf) {
        var flags = (Parameters.flag("overdue", filter.overdue())
                ? search.withOpenItem(asOf, "o.due_date < :asAt") + "s.overdue > 0"
                : "true") + (Parameters.flag("opening", filter.opening()) ? " and s.opening" : "")
                + ofClass(ClassFilter.of(filter.receivableClass()))
                + (Parameters.flag("overLegalMaximum", filter.overLegalMaximum()) ? " and " + OVER_LEGAL_MAXIMUM : "");
        return filter.status() == null
                ? flags
                : flags + " and " + status(Parameters.choice("status", filter.status(), InvoiceStatus.class), asOf);
    }

    private static String ofClass(ClassFilter of) {
        return of.isAll() ? "" : " and " + OF_CLASS.formatted(of.name());
    }

    /** What the database finds by an index comes first; the last word is the status itself. */
    private String status(InvoiceStatus status, AsOf asOf) {
        var candidates = switch (status) {
            case OPEN, PARTIALLY_PAID -> search.withOpenItem(asOf, "true");
            case PAID -> "";
            case CREDITED -> settledBy("'CREDIT', 'DISCOUNT'");
            case WRITTEN_OFF -> settledBy("'WRITE_OFF'");
            case FACTORED -> settledBy("'FACTORED'");
            case CANCELLED -> settledBy("'CANCELLED'");
        };
        return candidates + "'" + status + "' = " + STATUS;
    }

    private static String settledBy(String kinds) {
        return SETTLED_BY.formatted(kinds) + " and ";
    }
}
