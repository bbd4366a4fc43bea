package io.receivables.query.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How accounts have paid, at any date, as known on any day. */
public class PaymentBehaviours {

    /**
     * One amount after the other first, so that what was taken back is gone before the longest delay is looked for. Account by
     * account: what one has settled is added up in no time, all that a company has in its own order is not.
     */
    private static final String SETTLED = """
            select a.account_id, settled.*
              from ledger.account a
             cross join lateral (
                   select count(distinct document_id) as invoices, sum(amount) as amount,
                          sum(amount * (paid_date - document_date)) as to_pay,
                          sum(amount * (paid_date - due_date)) as late,
                          coalesce(sum(amount) filter (where paid_date <= due_date), 0) as on_time,
                          max(paid_date - due_date) as longest
                     from (select m.document_id, m.document_date, m.due_date, m.paid_date,
                                  -sum(m.amount)::bigint as amount
                             from ledger.movement m
                            where m.account_id = a.account_id and m.paid_date >= :from and m.paid_date <= :to
                              and m.document_type = 'INVOICE' and m.effective_date <= :asAt and m.position <= :known %2$s
                            group by m.document_id, m.document_date, m.due_date, m.paid_date
                           having sum(m.amount) <> 0) amounts
                   having count(*) > 0) settled
             where %1$s""";

    /** Sums do not ask which amounts were taken back. */
    private static final String SETTLED_DAYS = """
            select m.paid_date, m.effective_date, sum(-m.amount) as amount,
                   sum(-m.amount * (m.paid_date - m.document_date)) as to_pay,
                   sum(-m.amount * (m.paid_date - m.due_date)) as late,
                   coalesce(sum(-m.amount) filter (where m.paid_date <= m.due_date), 0) as on_time
              from ledger.account a join ledger.movement m on m.account_id = a.account_id
             where m.paid_date >= :from and m.paid_date <= :to and m.document_type = 'INVOICE'
               and m.effective_date <= :asAt and m.position <= :known and %s
             group by m.paid_date, m.effective_date""";

    private static final String OF_ACCOUNTS = "a.account_id = any(:accounts)";
    private static final String OF_ENTITY = "a.legal_entity = :entity";
    private static final String OF_BOOK = "a.legal_entity = :entity and a.currency = :currency";

    private final JdbcClient jdbc;
    private final Progress progress;

    PaymentBehaviours(JdbcClient jdbc, Progress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    public PaymentBehaviour of(String account, AsOf asOf) {
        var ofAccount = ofAccounts(List.of(account));
        var lastFrom = PaymentBehaviour.lastFrom(asOf.asAt());
        var beforeFrom = PaymentBehaviour.beforeFrom(asOf.asAt());
        var before = settled(OF_ACCOUNTS, "", ofAccount, asOf, beforeFrom, lastFrom.minusDays(1));
        return new PaymentBehaviour(asOf.asAt(), lastFrom,
                riskFigures(OF_ACCOUNTS, ofAccount, asOf).getOrDefault(account, RiskFigures.NOTHING), beforeFrom,
                before.getOrDefault(account, Settled.NOTHING), reminders(account, asOf, lastFrom));
    }

    /** An account that has settled nothing, owes nothing late and broke no promise is left out. */
    public Map<String, RiskFigures> riskFigures(Collection<String> accounts, AsOf asOf) {
        return accounts.isEmpty() ? Map.of() : riskFigures(OF_ACCOUNTS, ofAccounts(accounts), asOf);
    }

    /** Of all accounts of a legal entity; one that has settled nothing and owes nothing late is left out. */
    public Map<String, RiskFigures> riskFiguresOfEntity(String entity, AsOf asOf) {
        return riskFigures(OF_ENTITY, Map.of("entity", entity), asOf);
    }

    private static Map<String, ?> ofAccounts(Collection<String> accounts) {
        return Map.of("accounts", accounts.toArray(String[]::new));
    }

    /** All that was settled in a part of the books from one day to another, both counted, by day. */
    public SettledDays inDays(BookCut cut, LocalDate from, LocalDate to) {
        var whose = cut.accountId() == null ? OF_BOOK : OF_BOOK + " and a.account_id = :account";
        return new SettledDays(jdbc.sql(SETTLED_DAYS.formatted(whose + cut.ofClass("m")))
                .params(cut.parameters())
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new SettledDays.Day(row.getObject("paid_date", LocalDate.class),
                        row.getObject("effective_date", LocalDate.class),
                        new SettledAmounts(row.getBigDecimal("amount"), row.getBigDecimal("to_pay"),
                                row.getBigDecimal("late"), row.getBigDecimal("on_time"))))
                .list());
    }

    /** What each account settled in a part of the books from one day to another, both counted; by account. */
    public Map<String, Settled> ofAccountsInDays(BookCut cut, LocalDate from, LocalDate to) {
        return settled(OF_BOOK, cut.ofClass("m"), cut.parameters(), cut.asOf(), from, to);
    }

    private Map<String, RiskFigures> riskFigures(String whose, Map<String, ?> parameters, AsOf asOf) {
        var lastFrom = PaymentBehaviour.lastFrom(asOf.asAt());
        var settled = settled(whose, "", parameters, asOf, lastFrom, asOf.asAt());
        var late = oldestDaysPastDue(whose, parameters, asOf);
        var broken = brokenPromises(whose, parameters, asOf, lastFrom);
        var accounts = new HashSet<>(settled.keySet());
        accounts.addAll(late.keySet());
        accounts.addAll(broken.keySet());
        var figures = new HashMap<String, RiskFigures>();
        accounts.forEach(account -> figures.put(account,
                new RiskFigures(settled.getOrDefault(account, Settled.NOTHING), late.getOrDefault(account, 0),
                        broken.getOrDefault(account, 0))));
        return figures;
    }

    private Map<String, Settled> settled(String whose, String ofClass,
            Map<String, ? extends @Nullable Object> parameters, AsOf asOf, LocalDate from, LocalDate to) {
        var settled = new HashMap<String, Settled>();
        jdbc.sql(SETTLED.formatted(whose, ofClass))
                .params(parameters)
                .param("from", from)
                .param("to", to)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(row -> {
                    settled.put(row.getString(1), settled(row));
                });
        return settled;
    }

    private static Settled settled(ResultSet row) throws SQLException {
        return new Settled(row.getLong("invoices"), row.getBigDecimal("amount"), row.getBigDecimal("to_pay"),
                row.getBigDecimal("late"), row.getBigDecimal("on_time"), row.getInt("longest"));
    }

    private Map<String, Integer> oldestDaysPastDue(String whose, Map<String, ?> parameters, AsOf asOf) {
        var late = new HashMap<String, Integer>();
        jdbc.sql("""
                select account_id, :asAt::date - min(due_date)
                  from (%s) item
                 group by account_id""".formatted(late(asOf).formatted(whose)))
                .params(parameters)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(row -> {
                    late.put(row.getString(1), row.getInt(2));
                });
        return late;
    }

    private String late(AsOf asOf) {
        return progress.nothingMovedAfter(asOf)
                ? """
                        select account_id, m.due_date
                          from ledger.account a join ledger.open_item m using (account_id)
                         where m.due_date < :asAt and %s"""
                : """
                        select account_id, m.due_date
                          from ledger.account a join ledger.movement m using (account_id)
                         where m.effective_date <= :asAt and m.position <= :known and m.due_date < :asAt and %s
                         group by account_id, m.due_date, m.document_type, m.document_id, m.instalment
                        having sum(m.amount) <> 0""";
    }

    private int reminders(String account, AsOf asOf, LocalDate from) {
        return jdbc.sql("""
                select count(*) from ledger.dunning_letter
                 where account_id = :account and effective_date >= :from and effective_date <= :asAt
                   and position <= :known""")
                .param("account", account)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("from", from)
                .query(Integer.class)
                .single();
    }

    /** A promise is what its last step makes of it, as far as steps are dated and known at the cut. */
    private Map<String, Integer> brokenPromises(String whose, Map<String, ?> parameters, AsOf asOf, LocalDate from) {
        var broken = new HashMap<String, Integer>();
        jdbc.sql("""
                select account_id, count(*)
                  from (select distinct on (s.agreement_id) account_id, s.status, s.effective_date
                          from ledger.agreement_step s join ledger.account a using (account_id)
                         where s.kind = 'PROMISE' and s.effective_date <= :asAt and s.position <= :known and %s
                         order by s.agreement_id, s.position desc) promise
                 where status = 'BROKEN' and effective_date >= :from
                 group by account_id""".formatted(whose))
                .params(parameters)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("from", from)
                .query(row -> {
                    broken.put(row.getString(1), row.getInt(2));
                });
        return broken;
    }
}
