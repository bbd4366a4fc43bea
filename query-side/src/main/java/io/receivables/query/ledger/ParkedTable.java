package io.receivables.query.ledger;

import static java.util.stream.Collectors.toMap;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code parked_fact}. */
final class ParkedTable {

    private final JdbcClient jdbc;
    private final SchemaName schema;

    ParkedTable(JdbcClient jdbc, SchemaName schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    ParkedSequences sequences() {
        var firstParked = new HashMap<String, Long>();
        jdbc.sql(schema.in("""
                select s.sequence, min(p.position)
                  from ledger.parked_fact p, unnest(p.sequences) as s (sequence) group by s.sequence"""))
                .query(row -> {
                    firstParked.put(row.getString(1), row.getLong(2));
                });
        return new ParkedSequences(firstParked);
    }

    void add(List<ParkedFact> facts) {
        facts.forEach(fact -> add(fact, null));
    }

    /** @param earlier what the table said of the fact before it was tried again, null if it is parked for the first time */
    void add(ParkedFact parked, @Nullable Waiting earlier) {
        int attempts = (earlier == null ? 0 : earlier.attempts()) + (parked.error() == null ? 0 : 1);
        jdbc.sql(schema.in("""
                insert into ledger.parked_fact (position, sequences, type, stream, legal_entity, error, behind, since,
                       attempts)
                values (:position, :sequences, :type, :stream, :entity, :error, :behind,
                       coalesce(:since::timestamptz, now()), :attempts)
                    on conflict (position) do nothing"""))
                .param("position", parked.fact().position())
                .param("sequences", parked.sequences().toArray(String[]::new))
                .param("type", parked.fact().type())
                .param("stream", parked.stream())
                .param("entity", parked.legalEntity())
                .param("error", parked.error())
                .param("behind", parked.behind())
                .param("since", earlier == null ? null : earlier.since())
                .param("attempts", attempts)
                .update();
    }

    /** Everything that is parked, in the order of the store. */
    List<Waiting> all() {
        return jdbc
                .sql(schema.in("select position, sequences, since, attempts from ledger.parked_fact order by position"))
                .query(ParkedTable::waiting)
                .list();
    }

    void remove(Collection<Waiting> facts) {
        jdbc.sql(schema.in("delete from ledger.parked_fact where position = any(?)"))
                .param(facts.stream().map(Waiting::position).toArray(Long[]::new))
                .update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        Array array = row.getArray(2);
        var sequences = Set.of((String[]) array.getArray());
        array.free();
        return new Waiting(row.getLong(1), sequences, row.getObject(3, OffsetDateTime.class), row.getInt(4));
    }

    /** A line of the table. */
    record Waiting(long position, Set<String> sequences, OffsetDateTime since, int attempts) {

        static Map<Long, Waiting> byPosition(Collection<Waiting> facts) {
            return facts.stream().collect(toMap(Waiting::position, fact -> fact));
        }
    }
}
