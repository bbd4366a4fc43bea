package io.receivables.query.customeraccount;

import io.receivables.events.policy.RiskClass;
import io.receivables.platform.resource.AccountResource;
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
import io.receivables.query.ledger.LegalEntities;
import io.receivables.query.ledger.RiskClasses;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists customer accounts by their id. */
@Service
@SnapshotRead
public class FindCustomerAccounts {

    private final JdbcClient jdbc;
    private final AsOfResolver resolver;
    private final Accounts accounts;
    private final LegalEntities entities;
    private final RiskClasses risks;

    FindCustomerAccounts(JdbcClient jdbc, AsOfResolver resolver, Accounts accounts, LegalEntities entities,
            RiskClasses risks) {
        this.jdbc = jdbc;
        this.resolver = resolver;
        this.accounts = accounts;
        this.entities = entities;
        this.risks = risks;
    }

    /**
     * @param q a part of the account's or customer's id or of the customer's name
     * @param receivableClass of the figures; every account is listed
     */
    public record Filter(@Nullable String legalEntity, @Nullable String customerId, @Nullable String q,
            @Nullable String riskClass, @Nullable String receivableClass) {

        /** Of all classes. */
        public static Filter of(@Nullable String customerId, @Nullable String q) {
            return new Filter(null, customerId, q, null, null);
        }
    }

    public Page<AccountResource> handle(Filter filter, AsOfRequest request, Paging paging) {
        var scope = Scope.of(filter.legalEntity());
        var asOf = resolver.resolve(request, scope);
        var of = ClassFilter.of(filter.receivableClass());
        var after = paging.afterKeys(1);
        var wanted = filter.riskClass() == null
                ? null
                : Parameters.choice("riskClass", filter.riskClass(), RiskClass.class);
        var found = jdbc.sql("""
                select a.account_id
                  from ledger.account a left join party.customer_account_party p using (account_id)
                 where (:all or a.legal_entity in (:entities)) and a.opened_date <= :asAt and a.position <= :known
                   and (:customer::text is null or a.customer_id = :customer)
                   and (:q::text is null or a.account_id ilike :q or a.customer_id ilike :q or p.name ilike :q)
                   and (:after::text is null or a.account_id > :after) and %s
                 order by a.account_id
                 limit :limit""".formatted(wanted == RiskClass.NOT_ENOUGH_HISTORY
                ? "a.account_id <> all (:classed)"
                : wanted == null ? "true" : "a.account_id = any (:classed)"))
                .param("all", scope.all())
                .param("entities", scope.entities())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("customer", filter.customerId())
                .param("q", DocumentSearch.contains(filter.q()))
                .param("after", after == null ? null : after.getFirst())
                .param("limit", paging.size() + 1)
                .param("classed", wanted == null ? new String[0] : classed(wanted, scope, asOf))
                .query((row, _) -> row.getString(1))
                .list();
        var page = Page.of(found, paging.size(), List::of);
        return page.with(accounts.of(page.items(), of, asOf));
    }

    /** The accounts of the class; for that of too little history, which most have, those of every other one. */
    private String[] classed(RiskClass wanted, Scope scope, AsOf asOf) {
        boolean others = wanted == RiskClass.NOT_ENOUGH_HISTORY;
        return entities.all(asOf.position())
                .stream()
                .filter(entity -> scope.contains(entity.legalEntity()))
                .flatMap(entity -> risks.ofEntity(entity.legalEntity().value(), asOf).entrySet().stream())
                .filter(classed -> (classed.getValue() == wanted) != others)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }
}
