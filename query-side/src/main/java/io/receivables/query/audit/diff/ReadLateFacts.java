package io.receivables.query.audit.diff;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.audit.EventLine;
import io.receivables.query.ledger.BookCut;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the facts between two positions that count at a date. */
@Component
class ReadLateFacts {

    private final JdbcClient jdbc;
    private final int most;

    /** @param most so many facts are read at most: an answer is whole or it is none */
    ReadLateFacts(JdbcClient jdbc, @Value("${receivables.queries.diff-facts:10000}") int most) {
        this.jdbc = jdbc;
        this.most = most;
    }

    /**
     * What each changed, by position.
     *
     * @param after the position after which facts are late, up to that of the cut
     */
    SortedMap<Long, Effects> effects(BookCut cut, long after, boolean byDueDate, List<Integer> edges) {
        var effects = new TreeMap<Long, Effects>();
        jdbc.sql("""
                select position, slot, sum(amount)::bigint as amount
                  from (select m.position, m.amount,
                               coalesce(width_bucket(:asAt::date - %1$s, array[%2$s]), %3$s)::text as slot
                          from ledger.movement m
                         where m.position > :after and m.position <= :known and m.effective_date <= :asAt and %4$s
                         union all
                        select m.position, m.amount, m.kind
                          from ledger.memo m
                         where m.position > :after and m.position <= :known and m.effective_date <= :asAt and %4$s
                           and m.kind in ('DISPUTED', 'DOUBTFUL')
                         union all
                        select m.position, m.amount, 'FACTORED'
                          from ledger.factoring_entry m
                         where m.position > :after and m.position <= :known and m.effective_date <= :asAt and %4$s
                           and m.derecognised = 0 and m.document_id is not null) moved
                 group by position, slot
                having sum(amount) <> 0
                 order by position, slot
                 limit :rows""".formatted(
                byDueDate ? "m.due_date" : "case when m.due_date is not null then m.document_date end",
                lowerBounds(edges), Effects.UNAPPLIED,
                cut.accountId() == null
                        ? "m.legal_entity = :entity and m.currency = :currency and m.account_id is not null"
                        : "m.account_id = :account and m.currency = :currency"))
                .params(cut.parameters())
                .param("after", after)
                .param("rows", (most + 1L) * (edges.size() + 5L))
                .query(row -> {
                    effects.computeIfAbsent(row.getLong(1), _ -> new Effects())
                            .add(row.getString(2), row.getLong(3));
                });
        if (effects.size() > most) {
            throw new Refusal(ProblemCode.DIFF_TOO_LARGE, "more than " + most + " facts that count at "
                    + cut.asOf().asAt() + " lie between the two; name an account, or cuts that lie nearer");
        }
        return effects;
    }

    /** The first day of each bucket. */
    private static String lowerBounds(List<Integer> edges) {
        return IntStream.rangeClosed(0, edges.size())
                .mapToObj(i -> Integer.toString(i == 0 ? 1 : edges.get(i - 1) + 1))
                .collect(joining(","));
    }

    /** One by one: by its guess of how many there are, the database might rather read all of the store. */
    Map<Long, EventLine> events(List<Long> positions) {
        return jdbc.sql("""
                select e.* from unnest(:positions) as f (position)
                 cross join lateral (select * from ledger.event_log e where e.position = f.position limit 1) e""")
                .param("positions", positions.toArray(Long[]::new))
                .query((row, _) -> EventLine.of(row))
                .list()
                .stream()
                .collect(toMap(EventLine::position, event -> event));
    }
}
