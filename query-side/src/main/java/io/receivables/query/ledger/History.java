package io.receivables.query.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.receivables.platform.eventstore.FactDecoder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The facts themselves, in the order in which they were recorded. Their events are read one by one: by its guess of how many there
 * are, the database might rather read all of the store.
 */
public class History {

    private static final String WITH_EVENT = """
             cross join lateral (select * from ledger.event_log e where e.position = f.position limit 1) e
            """;

    private final JdbcClient jdbc;
    private final FactDecoder decoder;

    History(JdbcClient jdbc, FactDecoder decoder) {
        this.jdbc = jdbc;
        this.decoder = decoder;
    }

    /** What had happened to one thing. */
    public List<PastFact> of(StreamKey stream, AsOf asOf) {
        return of(stream.type(), List.of(stream.id()), asOf).getOrDefault(stream.id(), List.of());
    }

    /** What had happened to several things of one type, by their id; one to which nothing had happened is left out. */
    public Map<String, List<PastFact>> of(String streamType, Collection<String> ids, AsOf asOf) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                select e.* from ledger.fact f""" + WITH_EVENT + """
                where f.stream_type = :type and f.stream_id = any(:ids) and f.effective_date <= :asAt
                  and f.position <= :known
                order by f.position""")
                .param("type", streamType)
                .param("ids", ids.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(this::fact)
                .list()
                .stream()
                .collect(groupingBy(fact -> fact.stream().id()));
    }

    /**
     * Every fact of a type of stream that was known, whatever its date.
     *
     * @param streamType of which there are few; never what a client sends
     */
    public List<PastFact> ofType(String streamType, long position) {
        // Said as it is in the index of these types, which then serves whatever the position.
        return jdbc.sql("select e.* from ledger.fact f" + WITH_EVENT
                + "where f.stream_type = '%s' and f.position <= ? order by f.position".formatted(streamType))
                .param(position)
                .query(this::fact)
                .list();
    }

    /** Every fact of some streams that was known, whatever its date. */
    public List<PastFact> ofStreams(String streamType, Collection<String> ids, long position) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select e.* from ledger.fact f""" + WITH_EVENT + """
                        where f.stream_type = :type and f.stream_id = any(:ids) and f.position <= :known
                        order by f.position""")
                        .param("type", streamType)
                        .param("ids", ids.toArray(String[]::new))
                        .param("known", position)
                        .query(this::fact)
                        .list();
    }

    /** The facts at these positions, by position; where there is none it is left out. */
    public Map<Long, PastFact> at(Collection<Long> positions) {
        if (positions.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("select e.* from unnest(?) as f (position)" + WITH_EVENT)
                .param(positions.stream().distinct().toArray(Long[]::new))
                .query(this::fact)
                .list()
                .stream()
                .collect(toMap(PastFact::position, fact -> fact));
    }

    PastFact fact(ResultSet row, int number) throws SQLException {
        var type = row.getString("type");
        var revision = row.getString("revision");
        var data = row.getString("data");
        return new PastFact(row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("effective_date", LocalDate.class), type, revision,
                new StreamKey(row.getString("stream_type"), row.getString("stream_id")), row.getLong("sequence"),
                row.getString("account_id"), row.getString("legal_entity"), row.getString("who"), row.getString("why"),
                row.getString("command_id"), row.getString("correlation_id"), data,
                decoder.decode(type, revision, data));
    }
}
