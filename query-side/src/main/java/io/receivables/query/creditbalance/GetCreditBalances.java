package io.receivables.query.creditbalance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.receivables.events.money.Money;
import io.receivables.query.creditbalance.CreditBalance.Kind;
import io.receivables.query.creditbalance.CreditBalance.Origin;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.ClassFilter;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Planner;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers which accounts are in the customer's favour, and why. */
@Service
@SnapshotRead
public class GetCreditBalances {

    private static final String KEPT = """
            select account_id, amount as balance from ledger.account_total where amount < 0""";
    private static final String ADDED_UP = """
            select account_id, sum(amount)::bigint as balance
              from ledger.movement m
             where effective_date <= :asAt and position <= :known%s
               and account_id in (select account_id from ledger.account where :all or legal_entity in (:entities))
             group by account_id
            having sum(amount) < 0""";

    private final JdbcClient jdbc;
    private final AsOfResolver resolver;
    private final Progress progress;

    GetCreditBalances(JdbcClient jdbc, AsOfResolver resolver, Progress progress) {
        this.jdbc = jdbc;
        this.resolver = resolver;
        this.progress = progress;
    }

    public Page<CreditBalance> handle(@Nullable String legalEntity, AsOfRequest request, Paging paging) {
        return handle(legalEntity, ClassFilter.ALL, request, paging);
    }

    public Page<CreditBalance> handle(@Nullable String legalEntity, ClassFilter of, AsOfRequest request,
            Paging paging) {
        var scope = Scope.of(legalEntity);
        var asOf = resolver.resolve(request, scope);
        var after = paging.afterKeys(1);
        Planner.groupInOrderOfIndex(jdbc);
        var balances = of.isAll() && progress.nothingMovedAfter(asOf) ? KEPT : ADDED_UP.formatted(of.and("m"));
        var accounts = jdbc.sql("""
                select a.account_id, a.customer_id, coalesce(p.name, a.customer_id) as name, a.legal_entity, a.currency,
                       b.balance
                  from (%s) b
                  join ledger.account a using (account_id)
                  left join party.customer_account_party p using (account_id)
                 where (:all or a.legal_entity in (:entities)) and (:after::text is null or a.account_id > :after)
                 order by a.account_id
                 limit :limit""".formatted(balances))
                .param("all", scope.all())
                .param("entities", scope.entities())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("after", after == null ? null : after.getFirst())
                .param("limit", paging.size() + 1)
                .query(GetCreditBalances::account)
                .list();
        var page = Page.of(accounts, paging.size(), last -> List.of(last.id()));
        var origins = origins(page.items().stream().map(Account::id).toList(), of, asOf);
        return page.with(page.items()
                .stream()
                .map(account -> account.with(Objects.requireNonNull(origins.get(account.id())), asOf))
                .toList());
    }

    private Map<String, List<Origin>> origins(List<String> accounts, ClassFilter of, AsOf asOf) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                select account_id, document_type, document_id, document_date, currency, -sum(amount)::bigint as amount,
                       coalesce(sum(amount) filter (where kind = 'ALLOCATED'), 0) > 0 as settled
                  from ledger.movement m
                 where account_id = any(:accounts) and document_type in ('PAYMENT', 'CREDIT_NOTE')
                   and effective_date <= :asAt and position <= :known%s
                 group by account_id, document_type, document_id, document_date, currency
                having sum(amount) <> 0
                 order by document_date, document_id""".formatted(of.and("m")))
                .param("accounts", accounts.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query((row, _) -> Map.entry(row.getString("account_id"), origin(row, asOf)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Origin origin(ResultSet row, AsOf asOf) throws SQLException {
        var type = DocumentType.valueOf(row.getString("document_type"));
        var kind = type == DocumentType.CREDIT_NOTE
                ? Kind.CREDIT_NOTE
                : row.getBoolean("settled") ? Kind.OVERPAYMENT : Kind.PREPAYMENT;
        var date = row.getObject("document_date", LocalDate.class);
        return new Origin(kind, type, row.getString("document_id"), date,
                Money.ofMinorUnits(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                ChronoUnit.DAYS.between(date, asOf.asAt()));
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(row.getString("account_id"), row.getString("customer_id"), row.getString("name"),
                row.getString("legal_entity"),
                Money.ofMinorUnits(row.getLong("balance"), Currency.getInstance(row.getString("currency"))));
    }

    private record Account(String id, String customerId, String name, String legalEntity, Money balance) {

        /** @param origins at least one: without credit the balance would not be below zero */
        CreditBalance with(List<Origin> origins, AsOf asOf) {
            var oldest = origins.getFirst().date();
            return new CreditBalance(id, customerId, name, legalEntity, balance, balance.negated(), origins, oldest,
                    ChronoUnit.DAYS.between(oldest, asOf.asAt()));
        }
    }
}
