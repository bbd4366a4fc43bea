package io.receivables.query.page;

import io.receivables.platform.resource.FactoringResource;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.factoring.GetFactoring;
import io.receivables.query.factoring.GetFactoring.FactorLine;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what is with factors, and what we owe them. */
@Service
@SnapshotRead
class ReadFactoring {

    private final Cuts cuts;
    private final GetFactoring factoring;

    ReadFactoring(Cuts cuts, GetFactoring factoring) {
        this.cuts = cuts;
        this.factoring = factoring;
    }

    record Sheet(Cut cut, List<FactorRow> factors, List<AssignmentRow> assignments, @Nullable String nextCursor) {}

    /** A factor, in one currency. */
    record FactorRow(String factor, String legalEntity, String currency, Amount assigned, Amount outstanding,
            Amount guaranteeFund, Amount owed) {}

    /** Receivables that were assigned in one go. */
    record AssignmentRow(String id, String factor, String accountId, String accountLink, LocalDate date,
            boolean recourse, boolean derecognised, String currency, Amount assigned, Amount outstanding,
            Amount owed) {

        static AssignmentRow of(FactoringResource it, Links links) {
            var account = it.accountId().value();
            return new AssignmentRow(it.factoringId().value(), it.factor().value(), account, links.account(account),
                    it.effectiveDate(), it.recourse(), it.derecognised(),
                    it.assigned().currency().getCurrencyCode(), Amount.of(it.assigned()), Amount.of(it.outstanding()),
                    Amount.of(it.owedToFactor()));
        }
    }

    Sheet handle(Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var page = factoring.list(new GetFactoring.Filter(null, null, null, null), request, new Paging(null, after));
        return new Sheet(cuts.of(request),
                factoring.factors(null, request, Paging.FIRST_PAGE).items().stream().map(ReadFactoring::row).toList(),
                page.items().stream().map(it -> AssignmentRow.of(it, links)).toList(), page.nextCursor());
    }

    private static FactorRow row(FactorLine it) {
        return new FactorRow(it.factor(), it.legalEntity(), it.assigned().currency().getCurrencyCode(),
                Amount.of(it.assigned()), Amount.of(it.outstanding()), Amount.of(it.guaranteeFund()),
                Amount.of(it.owedToFactor()));
    }
}
