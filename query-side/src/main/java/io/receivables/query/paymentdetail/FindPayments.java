package io.receivables.query.paymentdetail;

import io.receivables.platform.resource.PaymentResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.DocumentSearch;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.History;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lists payments, newest first, as they were at a date. */
@Service
@SnapshotRead
public class FindPayments {

    private final DocumentSearch search;
    private final AsOfResolver resolver;
    private final History history;

    FindPayments(DocumentSearch search, AsOfResolver resolver, History history) {
        this.search = search;
        this.resolver = resolver;
        this.history = history;
    }

    /** @param q a part of the id, the reference or the customer's name */
    public record Filter(@Nullable String legalEntity, @Nullable String accountId, @Nullable String unidentified,
            @Nullable String unallocated, @Nullable String q) {}

    public Page<PaymentResource> handle(Filter filter, AsOfRequest request, Paging paging) {
        var scope = Scope.of(filter.legalEntity());
        var asOf = resolver.resolve(request, scope);
        var found = search.find(new DocumentSearch.Wanted(DocumentType.PAYMENT, scope, asOf, filter.accountId(),
                filter.q(), condition(filter, asOf)), paging);
        var facts = history.of("Payment", found.items(), asOf);
        return found.with(found.items()
                .stream()
                .map(id -> PaymentHistory.resource(Objects.requireNonNull(facts.get(id)), asOf.position()))
                .toList());
    }

    private String condition(Filter filter, AsOf asOf) {
        var unidentified = Parameters.flag("unidentified", filter.unidentified())
                ? search.withOpenItem(asOf, "o.account_id is null")
                        + "coalesce(d.account_id, i.account_id) is null and s.open <> 0"
                : "true";
        return Parameters.flag("unallocated", filter.unallocated())
                ? unidentified + " and " + search.withOpenItem(asOf, "true") + DocumentSearch.UNALLOCATED
                : unidentified;
    }
}
