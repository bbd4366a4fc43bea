package io.receivables.query.audit.replay;

import static java.util.stream.Collectors.groupingBy;

import io.receivables.query.audit.EventLine;
import io.receivables.query.ledger.AsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads facts with what they moved, oldest first, in portions: no reader holds the database or the memory, and the first
 * lines do not wait for the last ones. Facts up to a position never change, so the portions fit together.
 */
@Component
class ReadFacts {

    private static final int FIRST_PORTION = 50;
    private static final int PORTION = 1_000;

    private final JdbcClient jdbc;

    ReadFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param policyVersion that the fact was decided by */
    record Fact(EventLine event, @Nullable Integer policyVersion, List<Moved> moved) {}

    /** Takes one fact after the other. */
    interface Reader {

        void read(Fact fact);
    }

    /** Every fact of an account, or that moved it, or its cash before it was known whose it is. */
    void ofAccount(String account, AsOf asOf, Reader reader) {
        var others = others(account, asOf);
        read("""
                (select o.position from ledger.fact o
                  where o.account_id = :whose and o.effective_date <= :asAt and o.position > :after
                    and o.position <= :known
                  order by o.position limit :limit)
                 union all
                (select o.position from ledger.fact o
                  where o.position = any(:others) and o.effective_date <= :asAt and o.position > :after
                  order by o.position limit :limit)""", account, others, asOf, reader);
    }

    /** Every fact of a legal entity. */
    void ofEntity(String entity, AsOf asOf, Reader reader) {
        read("""
                select o.position from ledger.fact o
                 where o.legal_entity = :whose and o.effective_date <= :asAt and o.position > :after
                   and o.position <= :known""", entity, List.of(), asOf, reader);
    }

    /** A transfer is a fact of the account that gives; cash without a name is a fact of none. */
    private List<Long> others(String account, AsOf asOf) {
        return jdbc.sql("""
                select r.position
                  from ledger.movement t join ledger.fact r using (position)
                 where t.kind = 'TRANSFERRED' and t.account_id = :account and r.account_id <> :account
                   and t.effective_date <= :asAt and t.position <= :known
                 union
                select u.position
                  from ledger.identification i
                  join ledger.fact u on u.stream_type = 'Payment' and u.stream_id = i.document_id
                 where i.account_id = :account and u.account_id is null and i.effective_date <= :asAt
                   and i.position <= :known""")
                .param("account", account)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private void read(String facts, String whose, List<Long> others, AsOf asOf, Reader reader) {
        long after = -1;
        for (int limit = FIRST_PORTION;; limit = PORTION) {
            var events = portion(facts, whose, others, asOf, after, limit);
            if (events.isEmpty()) {
                return;
            }
            var moved = moved(events.stream().map(read -> read.event().position()).toList());
            for (var read : events) {
                reader.read(new Fact(read.event(), read.policyVersion(),
                        moved.getOrDefault(read.event().position(), List.of())));
            }
            if (events.size() < limit) {
                return;
            }
            after = events.getLast().event().position();
        }
    }

    /** Line by line from the store: by its guess of how many there are, the database might rather read all of it. */
    private List<Fact> portion(String facts, String whose, List<Long> others, AsOf asOf, long after, int limit) {
        return jdbc.sql("""
                select e.*, %s as policy_version
                  from (select position from (%s) f order by position limit :limit) f
                 cross join lateral (select * from ledger.event_log e where e.position = f.position limit 1) e
                 order by e.position""".formatted(EventLine.POLICY_VERSION, facts))
                .param("whose", whose)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("after", after)
                .param("limit", limit)
                .param("others", others.toArray(Long[]::new))
                .query((row, _) -> new Fact(EventLine.of(row), row.getObject("policy_version", Integer.class),
                        List.of()))
                .list();
    }

    private Map<Long, List<Moved>> moved(List<Long> positions) {
        return jdbc.sql("""
                select m.position, m.ordinal, m.account_id, m.currency, m.document_type, m.document_id, m.due_date,
                       null::text as mark, m.amount
                  from ledger.movement m
                 where m.position = any(:positions)
                 union all
                select d.position, d.ordinal, d.account_id, d.currency, d.document_type, d.document_id, null, d.kind,
                       d.amount
                  from ledger.memo d
                 where d.position = any(:positions) and d.kind in ('DOUBTFUL', 'DISPUTED')
                 order by position, ordinal""")
                .param("positions", positions.toArray(Long[]::new))
                .query(ReadFacts::moved)
                .list()
                .stream()
                .collect(groupingBy(Moved::position));
    }

    private static Moved moved(ResultSet row, int number) throws SQLException {
        return new Moved(row.getLong("position"), row.getString("account_id"), row.getString("currency"),
                row.getString("document_type"), row.getString("document_id"),
                row.getObject("due_date", LocalDate.class), row.getString("mark"), row.getLong("amount"));
    }
}
