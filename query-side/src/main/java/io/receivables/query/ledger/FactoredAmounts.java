package io.receivables.query.ledger;

import io.receivables.query.ledger.hindsight.EarlierMovements;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of the open items a factor may claim: assigned instalments that have stayed in the books, never more than what is open
 * of each at the date.
 */
public class FactoredAmounts {

    private static final String OF_ENTITY = "f.legal_entity = :entity and f.currency = :currency";
    private static final String OF_ACCOUNTS = "f.account_id = any(:accounts)";

    private final JdbcClient jdbc;

    FactoredAmounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param amount in minor units, above zero */
    public record Factored(String accountId, String customerId, String invoiceId, int instalment, long amount) {}

    /** Of a part of the books in a view: never more than is open with what the view moves. */
    public List<Factored> of(BookCut cut, EarlierMovements earlier) {
        return cut.accountId() == null
                ? read(OF_ENTITY, Map.of("entity", cut.legalEntity(), "currency", cut.currency().getCurrencyCode()),
                        cut.receivableClass(), cut.asOf(), earlier)
                : read(OF_ACCOUNTS, Map.of("accounts", new String[]{cut.accountId()}), cut.receivableClass(),
                        cut.asOf(),
                        earlier);
    }

    /** @param receivableClass null for all */
    public List<Factored> ofAccounts(Collection<String> accounts, @Nullable String receivableClass, AsOf asOf) {
        return accounts.isEmpty()
                ? List.of()
                : read(OF_ACCOUNTS, Map.of("accounts", accounts.toArray(String[]::new)), receivableClass, asOf,
                        EarlierMovements.NONE);
    }

    private List<Factored> read(String whose, Map<String, ?> parameters, @Nullable String receivableClass, AsOf asOf,
            EarlierMovements earlier) {
        return jdbc
                .sql("""
                        select assigned.account_id, a.customer_id, assigned.document_id, assigned.instalment,
                               least(assigned.amount, open.amount)
                          from (select f.account_id, f.document_id, f.instalment, sum(f.amount)::bigint as amount
                                  from ledger.factoring_entry f
                                 where f.derecognised = 0 and f.document_id is not null and %s
                                   and f.effective_date <= :asAt and f.position <= :known
                                 group by f.account_id, f.document_id, f.instalment) assigned
                         cross join lateral (
                               select coalesce(sum(o.amount), 0)::bigint as amount
                                 from (select m.amount
                                         from ledger.movement m
                                        where m.document_type = 'INVOICE' and m.document_id = assigned.document_id
                                          and m.instalment = assigned.instalment
                                          and (:class::text is null or m.receivable_class = :class)
                                          and m.effective_date <= :asAt and m.position <= :known
                                        union all
                                       select e.amount
                                         from %s
                                        where e.document_type = 'INVOICE' and e.document_id = assigned.document_id
                                          and e.instalment = assigned.instalment
                                          and (:class::text is null or e.receivable_class = :class)) o) open
                          join ledger.account a on a.account_id = assigned.account_id
                         where assigned.amount > 0 and open.amount > 0""".formatted(whose,
                        EarlierMovements.ROWS.formatted("e")))
                .params(parameters)
                .param("earlier", earlier.json())
                .param("class", receivableClass)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query((row, _) -> new Factored(row.getString(1), row.getString(2), row.getString(3), row.getInt(4),
                        row.getLong(5)))
                .list();
    }
}
