package io.receivables.query.collectionqueue;

import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.collectionqueue.QueueItem.Reason;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Planner;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.Progress;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Answers whom to call first. An account weighs what it owes late times how late: each open item its amount times its days
 * past due. Who has at least as much credit with us as debt is not called.
 */
@Service
@SnapshotRead
public class GetCollectionQueues {

    private static final String OVERDUE = "overdue";

    private static final String OPEN_ITEMS = "ledger.open_item m where true";
    private static final String MOVEMENTS = """
            ledger.movement m where m.effective_date <= :asAt and m.position <= :known""";

    /** Ranked by account and due date; items are counted for the page alone. */
    private static final String QUEUE = """
            with moved as (
                select m.account_id, m.due_date, sum(m.amount)::bigint as open
                  from %1$s and m.account_id in (
                       select account_id from ledger.account where :all or legal_entity in (:entities))
                 group by m.account_id, m.due_date
                having sum(m.amount) <> 0
            ), late as (
                select account_id, a.customer_id, a.legal_entity, a.currency, sum(open)::bigint as balance,
                       sum(open) filter (where due_date < :asAt)::bigint as overdue,
                       sum(open * (:asAt::date - due_date)) filter (where due_date < :asAt) as weight,
                       min(due_date) as oldest
                  from moved join ledger.account a using (account_id)
                 group by account_id, a.customer_id, a.legal_entity, a.currency
            ), ranked as (
                select *, row_number() over (order by weight desc, account_id) as rank
                  from late where overdue > 0 and balance > 0
            ), page as (
                select * from ranked where rank > :after order by rank limit :limit
            )
            select r.*, coalesce(p.name, r.customer_id) as name,
                   (select count(*) from (
                        select from %1$s and m.account_id = r.account_id and m.due_date < :asAt
                         group by m.document_type, m.document_id, m.instalment
                        having sum(m.amount) <> 0) item) as items
              from page r
              left join party.customer_account_party p using (account_id)
             order by r.rank""";

    private final JdbcClient jdbc;
    private final AsOfResolver resolver;
    private final Progress progress;

    GetCollectionQueues(JdbcClient jdbc, AsOfResolver resolver, Progress progress) {
        this.jdbc = jdbc;
        this.resolver = resolver;
        this.progress = progress;
    }

    /** A worklist. */
    public record Queue(String queue, String title) {}

    public Page<Queue> queues() {
        return new Page<>(List.of(new Queue(OVERDUE, "Overdue accounts by amount and age")), null);
    }

    public Page<QueueItem> items(String queue, @Nullable String legalEntity, AsOfRequest request, Paging paging) {
        if (!queue.equals(OVERDUE)) {
            throw new Refusal(ProblemCode.QUEUE_NOT_FOUND, "there is no queue " + queue);
        }
        var scope = Scope.of(legalEntity);
        var asOf = resolver.resolve(request, scope);
        var after = paging.afterKeys(1);
        boolean now = progress.nothingMovedAfter(asOf);
        if (now) {
            Planner.groupInMemory(jdbc);
        } else {
            Planner.groupInOrderOfIndex(jdbc);
        }
        var items = jdbc.sql(QUEUE.formatted(now ? OPEN_ITEMS : MOVEMENTS))
                .param("all", scope.all())
                .param("entities", scope.entities())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("after", after == null ? 0 : Cursor.number(after.getFirst()))
                .param("limit", paging.size() + 1)
                .query((row, _) -> item(row, asOf.asAt()))
                .list();
        return Page.of(items, paging.size(), last -> List.of(Long.toString(last.rank())));
    }

    private static QueueItem item(ResultSet row, LocalDate asAt) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var overdue = Money.ofMinorUnits(row.getLong("overdue"), currency);
        var oldest = row.getObject("oldest", LocalDate.class);
        long days = ChronoUnit.DAYS.between(oldest, asAt);
        var weight = row.getBigDecimal("weight").movePointLeft(currency.getDefaultFractionDigits());
        return new QueueItem(row.getLong("rank"), row.getString("account_id"), row.getString("customer_id"),
                row.getString("name"), row.getString("legal_entity"), overdue,
                Money.ofMinorUnits(row.getLong("balance"), currency), oldest, days, row.getLong("items"),
                reasons(overdue, row.getLong("items"), days, weight));
    }

    private static List<Reason> reasons(Money overdue, long items, long days, BigDecimal weight) {
        return List.of(
                new Reason("OVERDUE_AMOUNT", overdue.amount().toPlainString(),
                        overdue + " overdue in " + items + (items == 1 ? " item" : " items")),
                new Reason("OLDEST_DAYS_PAST_DUE", Long.toString(days), "the oldest is " + days + " days past due"),
                new Reason("AMOUNT_DAYS", weight.toPlainString(),
                        weight.toPlainString() + " amount times days past due decides the rank"));
    }
}
