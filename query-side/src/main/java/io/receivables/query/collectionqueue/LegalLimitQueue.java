package io.receivables.query.collectionqueue;

import io.receivables.events.money.Money;
import io.receivables.query.collectionqueue.QueueItem.NextAction;
import io.receivables.query.collectionqueue.QueueItem.Reason;
import io.receivables.query.edge.Planner;
import io.receivables.query.ledger.CreditPolicyVersions;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.Limitations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is open and can soon not be claimed in court any more, or cannot already, the first last day first. The years are the
 * policy's; what started them anew counts from its day. All of a claim is at risk. What a factor collects is its own to claim.
 */
@Component
class LegalLimitQueue implements DocumentQueue {

    private static final String OPEN_ITEMS = "ledger.open_item m where true";
    private static final String MOVEMENTS = "ledger.movement m where m.effective_date <= :asAt and m.position <= :known";

    private static final String OF_QUESTION = """
            and (:all or m.legal_entity in (:entities)) and (:currency::text is null or m.currency = :currency)""";

    private static final String WORKED = """
            with term as (
                select * from unnest(:termEntities::text[], :termClasses::text[], :termYears::int[],
                       :termJudgmentYears::int[], :termAlertDays::int[])
                       t (legal_entity, debtor_class, years, judgment_years, alert_days)
            ), claim as (
                select m.document_id, m.instalment, m.account_id, m.legal_entity, m.currency, m.receivable_class,
                       m.due_date, sum(m.amount)::bigint as amount
                  from %1$s %2$s and m.document_type = 'INVOICE' and m.due_date <= :dueUntil
                 group by 1, 2, 3, 4, 5, 6, 7
                having sum(m.amount) > 0
            ), %6$s, dated as (
                select c.document_id, c.instalment, c.account_id, c.legal_entity, c.currency, c.receivable_class,
                       c.due_date, c.amount - coalesce(f.amount, 0) as amount, coalesce(f.amount, 0) as factored,
                       t.alert_days, %4$s as last_day
                  from claim c
                  left join factored f on f.document_id = c.document_id and f.instalment = c.instalment
                  join term t on t.legal_entity = c.legal_entity and t.debtor_class = %5$s
            ), %3$s, worked as (
                select d.*, o.value as owner, case when z.day > :asAt then z.day end as snoozed_until,
                       case when d.amount = 0 then 'NONE'
                            when z.day > :asAt and not :includeSnoozed then 'SNOOZED'
                            when :owner::text is not null and o.value is distinct from :owner then 'OTHER_OWNER'
                            else 'LISTED' end as state
                  from dated d
                  left join last_owner o on o.subject_id = d.account_id
                  left join last_snooze z on z.subject_id = d.account_id
                 where d.last_day - d.alert_days <= :asAt
            )
            """;

    private static final String PAGE = """
            select w.*, a.customer_id, coalesce(c.name, a.customer_id) as name
              from worked w
              join ledger.account a using (account_id)
              left join party.customer_account_party c using (account_id)
             where w.state = 'LISTED'
             order by w.last_day, w.currency, w.amount desc, w.document_id, w.instalment
            offset :skipped limit :limit""";

    private final JdbcClient jdbc;
    private final CreditPolicyVersions policies;

    LegalLimitQueue(JdbcClient jdbc, CreditPolicyVersions policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    @Override
    public Queue queue() {
        return Queue.LEGAL_LIMIT;
    }

    @Override
    public QueueTotals totals(QueueQuestion question) {
        var totals = new QueueTotals(queue());
        var near = new HashMap<String, Long>();
        Planner.groupInMemory(jdbc);
        var terms = LimitationTerms.of(question.visible(), policies, question.asOf());
        if (!terms.isEmpty()) {
            jdbc.sql(worked(question) + """
                    select currency, state, count(*) as claims, sum(amount)::bigint as amount,
                           sum(factored)::bigint as factored
                      from worked group by currency, state""")
                    .params(parameters(question, terms))
                    .query(row -> {
                        totals.add(row.getString("currency"), row.getString("state"), row.getLong("claims"),
                                row.getLong("amount"));
                        totals.add(row.getString("currency"), "FACTORED", 0, row.getLong("factored"));
                        near.merge(row.getString("currency"), row.getLong("amount") + row.getLong("factored"),
                                Long::sum);
                    });
        }
        jdbc.sql("""
                select m.currency, coalesce(sum(m.amount) filter (where m.due_date is not null), 0)::bigint as claims,
                       coalesce(sum(m.amount) filter (where m.due_date is null), 0)::bigint as unapplied
                  from %s %s and m.account_id is not null
                 group by m.currency""".formatted(source(question), OF_QUESTION + question.of().and("m")))
                .params(question.parameters())
                .query(row -> {
                    var currency = row.getString("currency");
                    totals.add(currency, queue().otherwise(), 0,
                            row.getLong("claims") - near.getOrDefault(currency, 0L));
                    totals.add(currency, "UNAPPLIED", 0, row.getLong("unapplied"));
                });
        return totals;
    }

    @Override
    public List<QueueItem> page(QueueQuestion question, long skipped, int limit) {
        var terms = LimitationTerms.of(question.visible(), policies, question.asOf());
        if (terms.isEmpty()) {
            return List.of();
        }
        Planner.groupInMemory(jdbc);
        return jdbc.sql(worked(question) + PAGE)
                .params(parameters(question, terms))
                .param("skipped", skipped)
                .param("limit", limit)
                .query((row, no) -> item(row, skipped + no + 1, question.asOf().asAt()))
                .list();
    }

    private static Map<String, @Nullable Object> parameters(QueueQuestion question, LimitationTerms terms) {
        var parameters = new HashMap<String, @Nullable Object>(question.parameters());
        parameters.putAll(terms.parameters(question.asOf()));
        return parameters;
    }

    private static String worked(QueueQuestion question) {
        return WORKED.formatted(source(question), OF_QUESTION + question.of().and("m"), CasesSql.last("ACCOUNT"),
                Limitations.lastDay("c"), Limitations.debtorClass("c"), AccountsSql.factored(question));
    }

    private static String source(QueueQuestion question) {
        return question.now() ? OPEN_ITEMS : MOVEMENTS;
    }

    private static QueueItem item(ResultSet row, long rank, LocalDate asAt) throws SQLException {
        var amount = Money.ofMinorUnits(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        var due = row.getObject("due_date", LocalDate.class);
        var last = row.getObject("last_day", LocalDate.class);
        long left = ChronoUnit.DAYS.between(asAt, last);
        return new QueueItem(rank, row.getString("account_id"), row.getString("customer_id"), row.getString("name"),
                row.getString("legal_entity"), DocumentType.INVOICE, row.getString("document_id"),
                row.getInt("instalment"), null, amount, null, null, due, ChronoUnit.DAYS.between(due, asAt), null,
                amount, row.getString("owner"), row.getObject("snoozed_until", LocalDate.class),
                new NextAction("claim in court or write off", last),
                List.of(new Reason("DAYS_TO_LIMIT", Long.toString(left), left < 0
                        ? "it could be claimed in court until " + last + ", " + -left + " days ago"
                        : "it can be claimed in court until " + last + ", for " + left + " more days"),
                        new Reason("OPEN_AMOUNT", amount.amount().toPlainString(), amount + " is open")));
    }
}
