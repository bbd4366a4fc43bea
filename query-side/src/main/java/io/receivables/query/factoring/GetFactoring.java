package io.receivables.query.factoring;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactoringEvent;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.money.Money;
import io.receivables.platform.factoring.FactoringAccount;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.FactoringResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.History;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers what was assigned to factors, as it stood at a date, as known on a day. */
@Service
@SnapshotRead
public class GetFactoring {

    private final JdbcClient jdbc;
    private final History history;
    private final AsOfResolver resolver;

    GetFactoring(JdbcClient jdbc, History history, AsOfResolver resolver) {
        this.jdbc = jdbc;
        this.history = history;
        this.resolver = resolver;
    }

    /**
     * @param factor only assignments to this factor
     * @param outstanding "true" finds those of which the factor may still claim something
     */
    public record Filter(@Nullable String legalEntity, @Nullable String accountId, @Nullable String factor,
            @Nullable String outstanding) {}

    /** What all assignments to one factor have come to, in one currency. */
    public record FactorLine(String factor, String legalEntity, Money assigned, Money outstanding,
            Money outstandingDerecognised, Money guaranteeFund, Money owedToFactor, Money paidOver,
            long assignments) {}

    public FactoringResource handle(FactoringId id, AsOfRequest request) {
        var entity = jdbc.sql("select legal_entity from ledger.factoring_entry where factoring_id = ? limit 1")
                .param(id.value())
                .query(String.class)
                .optional()
                .filter(Scope::isVisible)
                .orElseThrow(() -> notFound(id));
        var asOf = resolver.resolve(request, new LegalEntityId(entity));
        return of(List.of(id.value()), asOf).stream().findFirst().orElseThrow(() -> notFound(id));
    }

    /** The newest first. */
    public Page<FactoringResource> list(Filter filter, AsOfRequest request, Paging paging) {
        var scope = Scope.of(filter.legalEntity());
        var asOf = resolver.resolve(request, scope);
        var after = paging.afterKeys(1);
        var found = jdbc.sql("""
                select f.factoring_id, min(f.position) as begun
                  from ledger.factoring_entry f
                 where f.document_id is not null and f.effective_date <= :asAt and f.position <= :known
                   and (:all or f.legal_entity in (:entities))
                   and (:account::text is null or f.account_id = :account)
                   and (:factor::text is null or f.factor = :factor)
                 group by f.factoring_id
                having min(f.position) < :before and (not :outstanding or sum(f.amount) > 0)
                 order by begun desc limit :limit""")
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("all", scope.all())
                .param("entities", scope.entities())
                .param("account", filter.accountId())
                .param("factor", filter.factor())
                .param("before", after == null ? Long.MAX_VALUE : Cursor.number(after.getFirst()))
                .param("outstanding", Parameters.flag("outstanding", filter.outstanding()))
                .param("limit", paging.size() + 1)
                .query((row, _) -> new Found(row.getString(1), row.getLong(2)))
                .list();
        var page = Page.of(found, paging.size(), last -> List.of(Long.toString(last.position())));
        return page.with(of(page.items().stream().map(Found::id).toList(), asOf));
    }

    /** What each factor may claim, keeps as a guarantee and is owed. */
    public Page<FactorLine> factors(@Nullable String legalEntity, AsOfRequest request, Paging paging) {
        var scope = Scope.of(legalEntity);
        var asOf = resolver.resolve(request, scope);
        var lines = jdbc.sql("""
                select factor, legal_entity, currency, sum(assigned), sum(outstanding),
                       sum(case when derecognised = 1 then outstanding else 0 end), sum(fund), sum(owed), sum(paid),
                       count(*)
                  from (select f.factor, f.legal_entity, f.currency, f.factoring_id, f.derecognised,
                               sum(f.amount) filter (where f.kind = 'ASSIGNED') as assigned,
                               sum(f.amount) filter (where f.document_id is not null) as outstanding,
                               round(sum(f.amount) filter (where f.document_id is not null)
                                     * coalesce(max(f.guarantee_fund_percent::numeric), 0) / 100) as fund,
                               coalesce(sum(f.amount) filter (where f.document_id is null), 0) as owed,
                               -coalesce(sum(f.amount) filter (where f.kind = 'PAID_OVER'), 0) as paid
                          from ledger.factoring_entry f
                         where f.effective_date <= :asAt and f.position <= :known
                           and (:all or f.legal_entity in (:entities))
                         group by f.factor, f.legal_entity, f.currency, f.factoring_id, f.derecognised) one
                 group by factor, legal_entity, currency""")
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("all", scope.all())
                .param("entities", scope.entities())
                .query((row, _) -> line(row))
                .list();
        return Page.of(lines, line -> List.of(line.legalEntity(), line.factor(),
                line.assigned().currency().getCurrencyCode()), paging);
    }

    private static FactorLine line(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString(3));
        return new FactorLine(row.getString(1), row.getString(2), Money.ofMinorUnits(row.getLong(4), currency),
                Money.ofMinorUnits(row.getLong(5), currency), Money.ofMinorUnits(row.getLong(6), currency),
                Money.ofMinorUnits(row.getLong(7), currency), Money.ofMinorUnits(row.getLong(8), currency),
                Money.ofMinorUnits(row.getLong(9), currency), row.getLong(10));
    }

    private List<FactoringResource> of(List<String> ids, AsOf asOf) {
        var facts = history.of("Factoring", ids, asOf);
        return ids.stream()
                .map(id -> facts.getOrDefault(id, List.of()))
                .filter(all -> !all.isEmpty())
                .map(all -> FactoringAccount.of(all.stream().map(fact -> (FactoringEvent) fact.event()).toList())
                        .resource(all.size(), asOf.position()))
                .toList();
    }

    private static Refusal notFound(FactoringId id) {
        return new Refusal(ProblemCode.FACTORING_NOT_FOUND, "there is no assignment " + id);
    }

    private record Found(String id, long position) {}
}
