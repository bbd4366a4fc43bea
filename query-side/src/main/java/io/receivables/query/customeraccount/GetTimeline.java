package io.receivables.query.customeraccount;

import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.StreamKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers what happened on an account, the last recorded first. */
@Service
@SnapshotRead
public class GetTimeline {

    private static final String OWN = """
            (select o.* from ledger.fact o
              where o.account_id = :account and o.effective_date <= :asAt and o.position <= :known
                and o.position < :before
              order by o.position desc limit :limit)""";
    /** A transfer is a fact of the account that gives, and moves the one that receives. */
    private static final String RECEIVED = """
            (select r.* from ledger.movement t join ledger.fact r using (position)
              where t.kind = 'TRANSFERRED' and t.account_id = :account and r.account_id <> :account and t.effective_date <= :asAt
                and t.position <= :known and t.position < :before
              order by t.position desc limit :limit)""";

    private final JdbcClient jdbc;
    private final AccountAccess access;

    GetTimeline(JdbcClient jdbc, AccountAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    public Page<TimelineEntry> handle(AccountId id, AsOfRequest request, Paging paging) {
        var currency = Currency.getInstance(access.require(id.value()).currency());
        var asOf = access.require(id.value(), request);
        var after = paging.afterKeys(1);
        var entries = jdbc.sql("""
                select e.position, e.recorded_at, e.effective_date, e.type, e.stream_type, e.stream_id, e.who, e.why,
                       (select coalesce(sum(m.amount), 0) from ledger.movement m
                         where m.position = e.position and m.account_id = :account)::bigint as effect
                  from (%s union all %s) e
                 order by e.position desc
                 limit :limit""".formatted(OWN, RECEIVED))
                .param("account", id.value())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("before", after == null ? Long.MAX_VALUE : Cursor.number(after.getFirst()))
                .param("limit", paging.size() + 1)
                .query((row, _) -> entry(row, currency))
                .list();
        return Page.of(entries, paging.size(), last -> List.of(Long.toString(last.position())));
    }

    private static TimelineEntry entry(ResultSet row, Currency currency) throws SQLException {
        return new TimelineEntry(row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("effective_date", LocalDate.class), row.getString("type"),
                new StreamKey(row.getString("stream_type"), row.getString("stream_id")),
                Money.ofMinorUnits(row.getLong("effect"), currency), row.getString("who"), row.getString("why"));
    }
}
