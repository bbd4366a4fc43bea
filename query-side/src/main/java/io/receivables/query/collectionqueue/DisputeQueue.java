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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open disputes, the first deadline first. Who answers one is said with the dispute itself. Never more is disputed of an
 * invoice than is open of it: of several disputes the earlier ones count first, so that the list adds up to what the aged
 * balance shows as disputed. What a factor collects is among it: it is the seller who answers for the goods.
 */
@Component
class DisputeQueue implements DocumentQueue {

    private static final String WORKED = """
            with last_step as (
                select distinct on (agreement_id) agreement_id, account_id, legal_entity, document_id, status, due_date,
                       owner
                  from ledger.agreement_step
                 where kind = 'DISPUTE' and effective_date <= :asAt and position <= :known
                   and (:all or legal_entity in (:entities))
                 order by agreement_id, position desc
            ), raised as (
                select distinct on (agreement_id) agreement_id, amount, currency, effective_date, position
                  from ledger.agreement_step
                 where kind = 'DISPUTE' and effective_date <= :asAt and position <= :known and amount is not null
                 order by agreement_id, position
            ), contested as (
                select d.*, r.currency, r.effective_date as since, greatest(0, least(r.amount, i.open - (
                           sum(r.amount) over (partition by d.document_id order by r.position) - r.amount)))::bigint
                           as amount
                  from last_step d join raised r using (agreement_id)
                 cross join lateral (
                       select coalesce(sum(m.amount), 0) as open
                         from ledger.movement m
                        where m.document_type = 'INVOICE' and m.document_id = d.document_id
                          and m.effective_date <= :asAt and m.position <= :known%s) i
                 where d.status = 'OPEN' and (:currency::text is null or r.currency = :currency)
            ), worked as (
                select *, case when amount <= 0 then 'NONE'
                               when :owner::text is not null and owner is distinct from :owner then 'OTHER_OWNER'
                               else 'LISTED' end as state
                  from contested
            )
            """;

    private static final String PAGE = """
            select w.*, a.customer_id, coalesce(c.name, a.customer_id) as name
              from worked w
              join ledger.account a using (account_id)
              left join party.customer_account_party c using (account_id)
             where w.state = 'LISTED'
             order by w.due_date nulls last, w.currency, w.amount desc, w.agreement_id
            offset :skipped limit :limit""";

    private final JdbcClient jdbc;

    DisputeQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Queue queue() {
        return Queue.DISPUTES;
    }

    @Override
    public QueueTotals totals(QueueQuestion question) {
        var totals = new QueueTotals(queue());
        jdbc.sql(WORKED.formatted(question.of().and("m")) + """
                select currency, state, count(*) as disputes, sum(amount)::bigint as amount
                  from worked where state <> 'NONE' group by currency, state""")
                .params(question.parameters())
                .query(row -> {
                    totals.add(row.getString("currency"), row.getString("state"), row.getLong("disputes"),
                            row.getLong("amount"));
                });
        return totals;
    }

    @Override
    public List<QueueItem> page(QueueQuestion question, long skipped, int limit) {
        return jdbc.sql(WORKED.formatted(question.of().and("m")) + PAGE)
                .params(question.parameters())
                .param("skipped", skipped)
                .param("limit", limit)
                .query((row, no) -> item(row, skipped + no + 1, question.asOf().asAt()))
                .list();
    }

    private static QueueItem item(ResultSet row, long rank, LocalDate asAt) throws SQLException {
        var amount = Money.ofMinorUnits(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        var deadline = row.getObject("due_date", LocalDate.class);
        var since = row.getObject("since", LocalDate.class);
        return new QueueItem(rank, row.getString("account_id"), row.getString("customer_id"), row.getString("name"),
                row.getString("legal_entity"), DocumentType.INVOICE, row.getString("document_id"),
                null, row.getString("agreement_id"), amount, null, null, since, ChronoUnit.DAYS.between(since, asAt),
                null,
                null, row.getString("owner"), null, deadline == null ? null : new NextAction("answer", deadline),
                reasons(amount, deadline, since, asAt));
    }

    private static List<Reason> reasons(Money amount, @Nullable LocalDate deadline, LocalDate since, LocalDate asAt) {
        long waits = ChronoUnit.DAYS.between(since, asAt);
        var disputed = new Reason("DISPUTED_AMOUNT", amount.amount().toPlainString(), amount + " is contested");
        var waiting = new Reason("DAYS_WAITING", Long.toString(waits), "it has waited for " + waits + " days");
        if (deadline == null) {
            return List.of(disputed, waiting);
        }
        long left = ChronoUnit.DAYS.between(asAt, deadline);
        return List.of(new Reason("DAYS_TO_DEADLINE", Long.toString(left), left < 0
                ? "the answer is " + -left + " days late"
                : left + " days are left to answer"), disputed, waiting);
    }
}
