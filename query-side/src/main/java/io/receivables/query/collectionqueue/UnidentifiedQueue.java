package io.receivables.query.collectionqueue;

import io.receivables.events.money.Money;
import io.receivables.query.collectionqueue.QueueItem.NextAction;
import io.receivables.query.collectionqueue.QueueItem.Reason;
import io.receivables.query.ledger.DocumentType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cash of which nobody knows whose it is, the largest amount first. It is in no account, so that no class is of it. */
@Component
class UnidentifiedQueue implements DocumentQueue {

    private static final String OPEN_ITEMS = """
            select m.document_id, m.legal_entity, m.currency, m.document_date, -m.amount as amount
              from ledger.open_item m
             where m.account_id is null and m.document_type = 'PAYMENT'""";

    private static final String MOVEMENTS = """
            select m.document_id, m.legal_entity, m.currency, m.document_date, -sum(m.amount)::bigint as amount
              from ledger.movement m
             where m.account_id is null and m.document_type = 'PAYMENT'
               and m.effective_date <= :asAt and m.position <= :known
             group by m.document_id, m.legal_entity, m.currency, m.document_date
            having sum(m.amount) <> 0""";

    private static final String WORKED = """
            with %s, worked as (
                select u.*, o.value as owner,
                       case when z.day > :asAt then z.day end as snoozed_until,
                       case when z.day > :asAt and not :includeSnoozed then 'SNOOZED'
                            when :owner::text is not null and o.value is distinct from :owner then 'OTHER_OWNER'
                            else 'LISTED' end as state
                  from (%s) u
                  left join last_owner o on o.subject_id = u.document_id
                  left join last_snooze z on z.subject_id = u.document_id
                 where (:all or u.legal_entity in (:entities))
                   and (:currency::text is null or u.currency = :currency)
            )
            """;

    private static final String PAGE = """
            select w.*, coalesce(d.number, w.document_id) as name, n.value as action, n.day as action_day
              from worked w
              join ledger.document d on d.document_type = 'PAYMENT' and d.document_id = w.document_id
              left join lateral (
                   select n.value, n.day from ledger.case_change n
                    where n.subject_kind = 'PAYMENT' and n.aspect = 'NEXT_ACTION' and n.subject_id = w.document_id
                      and n.effective_date <= :asAt and n.position <= :known
                    order by n.position desc limit 1) n on true
             where w.state = 'LISTED'
             order by w.currency, w.amount desc, w.document_date, w.document_id
            offset :skipped limit :limit""";

    private final JdbcClient jdbc;

    UnidentifiedQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Queue queue() {
        return Queue.UNIDENTIFIED_CASH;
    }

    @Override
    public QueueTotals totals(QueueQuestion question) {
        var totals = new QueueTotals(queue());
        jdbc.sql(worked(question) + """
                select currency, state, count(*) as payments, sum(amount)::bigint as amount
                  from worked group by currency, state""").params(question.parameters()).query(row -> {
            totals.add(row.getString("currency"), row.getString("state"), row.getLong("payments"),
                    row.getLong("amount"));
        });
        return totals;
    }

    @Override
    public List<QueueItem> page(QueueQuestion question, long skipped, int limit) {
        return jdbc.sql(worked(question) + PAGE)
                .params(question.parameters())
                .param("skipped", skipped)
                .param("limit", limit)
                .query((row, no) -> item(row, skipped + no + 1, question))
                .list();
    }

    private static String worked(QueueQuestion question) {
        return WORKED.formatted(CasesSql.last("PAYMENT"), question.now() ? OPEN_ITEMS : MOVEMENTS);
    }

    private static QueueItem item(ResultSet row, long rank, QueueQuestion question) throws SQLException {
        var amount = Money.ofMinorUnits(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        var date = row.getObject("document_date", LocalDate.class);
        long days = ChronoUnit.DAYS.between(date, question.asOf().asAt());
        var actionDay = row.getObject("action_day", LocalDate.class);
        return new QueueItem(rank, null, null, row.getString("name"), row.getString("legal_entity"),
                DocumentType.PAYMENT, row.getString("document_id"), null, null, amount, null, null, date, days, null,
                null,
                row.getString("owner"), row.getObject("snoozed_until", LocalDate.class),
                actionDay == null ? null : new NextAction(row.getString("action"), actionDay),
                List.of(new Reason("UNIDENTIFIED_AMOUNT", amount.amount().toPlainString(),
                        amount + " came in and is in no account"),
                        new Reason("DAYS_WAITING", Long.toString(days), "it has waited for " + days + " days")));
    }
}
