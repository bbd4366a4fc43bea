package io.receivables.query.ledger;

import io.receivables.query.ledger.Row.MemoKind;
import io.receivables.query.ledger.hindsight.EarlierMovements;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of the invoices is marked in some way: what was said to be, and never more than what is open of an invoice at the date.
 * A payment settles first what is not marked.
 */
final class MarkedAmounts {

    private static final String OF_ENTITY = "d.legal_entity = :entity and d.currency = :currency";
    private static final String OF_ACCOUNTS = "d.account_id = any(:accounts)";

    private final JdbcClient jdbc;
    private final MemoKind kind;

    MarkedAmounts(JdbcClient jdbc, MemoKind kind) {
        this.jdbc = jdbc;
        this.kind = kind;
    }

    List<MarkedAmount> of(BookCut cut, EarlierMovements earlier) {
        return cut.accountId() == null
                ? read(OF_ENTITY, Map.of("entity", cut.legalEntity(), "currency", cut.currency().getCurrencyCode()),
                        cut.receivableClass(), cut.asOf(), earlier)
                : read(OF_ACCOUNTS, Map.of("accounts", new String[]{cut.accountId()}), cut.receivableClass(),
                        cut.asOf(),
                        earlier);
    }

    /** @param receivableClass null for all */
    List<MarkedAmount> ofEntity(String entity, Currency currency, @Nullable String receivableClass, AsOf asOf) {
        return read(OF_ENTITY, Map.of("entity", entity, "currency", currency.getCurrencyCode()), receivableClass, asOf,
                EarlierMovements.NONE);
    }

    /** @param receivableClass null for all */
    List<MarkedAmount> ofAccounts(Collection<String> accounts, @Nullable String receivableClass, AsOf asOf) {
        return accounts.isEmpty()
                ? List.of()
                : read(OF_ACCOUNTS, Map.of("accounts", accounts.toArray(String[]::new)), receivableClass, asOf,
                        EarlierMovements.NONE);
    }

    private List<MarkedAmount> read(String whose, Map<String, ?> parameters, @Nullable String receivableClass,
            AsOf asOf, EarlierMovements earlier) {
        return jdbc
                .sql("""
                        select marked.account_id, a.customer_id, sum(least(marked.amount, open.amount))::bigint
                          from (select d.account_id, d.document_id, sum(d.amount) as amount
                                  from ledger.memo d
                                 where d.kind = '%s' and %s and d.effective_date <= :asAt and d.position <= :known
                                 group by d.account_id, d.document_id) marked
                         cross join lateral (
                               select coalesce(sum(o.amount), 0) as amount
                                 from (select m.amount
                                         from ledger.movement m
                                        where m.document_type = 'INVOICE' and m.document_id = marked.document_id
                                          and (:class::text is null or m.receivable_class = :class)
                                          and m.effective_date <= :asAt and m.position <= :known
                                        union all
                                       select e.amount
                                         from %s
                                        where e.document_type = 'INVOICE' and e.document_id = marked.document_id
                                          and (:class::text is null or e.receivable_class = :class)) o) open
                          join ledger.account a on a.account_id = marked.account_id
                         where marked.amount > 0 and open.amount > 0
                         group by marked.account_id, a.customer_id""".formatted(kind, whose,
                        EarlierMovements.ROWS.formatted("e")))
                .params(parameters)
                .param("earlier", earlier.json())
                .param("class", receivableClass)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query((row, _) -> new MarkedAmount(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
