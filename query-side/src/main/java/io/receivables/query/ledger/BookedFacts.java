package io.receivables.query.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts of a legal entity in the order in which a journal books them: by accounting date, then as they were recorded. */
public class BookedFacts {

    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;
    private final History history;

    BookedFacts(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /**
     * An allocation that is booked on the day of its payment is in the entry of the payment. Read through a cursor, so within a
     * transaction; close it.
     *
     * @param types the facts that are wanted, by their stored names
     * @param from the first accounting date; null: from the beginning of the book
     * @param to the last accounting date
     */
    public Stream<BookedFact> between(String legalEntity, Collection<String> types, @Nullable LocalDate from,
            LocalDate to, long position) {
        return jdbc.sql("""
                select e.*, b.booked_on, b.entry
                  from (select f.position, coalesce(f.accounting_date, f.effective_date) as booked_on,
                               case when coalesce(p.accounting_date, p.effective_date)
                                       = coalesce(f.accounting_date, f.effective_date) then p.position
                                    else f.position end as entry
                          from ledger.fact f
                          left join ledger.fact p on f.type = 'PaymentAllocated' and p.stream_type = 'Payment'
                                                 and p.stream_id = f.stream_id and p.type = 'PaymentReceived'
                         where f.legal_entity = :entity and f.type in (:types) and f.position <= :known
                           and coalesce(f.accounting_date, f.effective_date) <= :to%s) b
                 cross join lateral (select * from ledger.event_log e where e.position = b.position limit 1) e
                 order by b.booked_on, b.entry, b.position""".formatted(from == null
                ? ""
                : " and coalesce(f.accounting_date, f.effective_date) >= :from"))
                .withFetchSize(FETCHED)
                .param("entity", legalEntity)
                .param("types", types)
                .param("known", position)
                .param("from", from)
                .param("to", to)
                .query(this::booked)
                .stream();
    }

    /** The first accounting date of any of these facts; null when there is none. */
    public @Nullable LocalDate firstDay(String legalEntity, Collection<String> types, long position) {
        return jdbc.sql("""
                select min(coalesce(accounting_date, effective_date)) from ledger.fact
                 where legal_entity = :entity and type in (:types) and position <= :known""")
                .param("entity", legalEntity)
                .param("types", types)
                .param("known", position)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    /** What things began with, by their id. */
    public Map<String, PastFact> beginnings(String streamType, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc.sql("""
                        select e.*
                          from (select distinct on (stream_id) position from ledger.fact
                                 where stream_type = :type and stream_id = any(:ids)
                                 order by stream_id, position) f
                         cross join lateral (select * from ledger.event_log e where e.position = f.position limit 1) e
                         where e.sequence = 0""")
                        .param("type", streamType)
                        .param("ids", ids.toArray(String[]::new))
                        .query(history::fact)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(fact -> fact.stream().id(), fact -> fact));
    }

    /** Facts of these types of some things, by their id, in the order in which they were recorded. */
    public Map<String, List<PastFact>> of(String streamType, Collection<String> ids, Collection<String> types,
            long position) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc.sql("""
                        select e.* from ledger.fact f
                         cross join lateral (select * from ledger.event_log e where e.position = f.position limit 1) e
                         where f.stream_type = :type and f.stream_id = any(:ids) and f.type in (:types)
                           and f.position <= :known
                         order by f.position""")
                        .param("type", streamType)
                        .param("ids", ids.toArray(String[]::new))
                        .param("types", types)
                        .param("known", position)
                        .query(history::fact)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(fact -> fact.stream().id()));
    }

    private BookedFact booked(ResultSet row, int number) throws SQLException {
        return new BookedFact(history.fact(row, number), row.getObject("booked_on", LocalDate.class),
                row.getLong("entry"));
    }
}
