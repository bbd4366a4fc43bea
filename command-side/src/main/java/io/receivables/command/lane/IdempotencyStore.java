package io.receivables.command.lane;

import io.receivables.command.lane.Sql.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stored answers, one for each subject and key, written in the transaction of the events. */
@Component
class IdempotencyStore {

    /** No decision waits longer for a lock that another node holds; above the second after which deadlocks are found. */
    private static final String LOCK_TIMEOUT = "2s";

    // Lateral, with a limit: one index probe for each key, whatever the planner believed of the table when it was
    // small.
    private static final String FIND = """
            select wanted.no, %s as locked, known.*
              from (select unnest(?), unnest(?), unnest(?), unnest(?)) as wanted (subject, key, lock, no)
              left join lateral (select fingerprint, status, location, version, position, body, day
                                   from command.idempotency i
                                  where i.subject = wanted.subject and i.key = wanted.key limit 1) known on true
             order by wanted.no""";

    private static final String LOCK_AND_FIND = FIND.formatted("pg_try_advisory_xact_lock(wanted.lock)");

    /**
     * For the rest of the transaction. What it writes it finds by index, whatever the planner believed of a table when it
     * was small, and no statement is planned anew for the values of one command.
     */
    private static final String SETTINGS = "select set_config('lock_timeout', '" + LOCK_TIMEOUT + "', true), "
            + "set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), "
            + "set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)";

    private final Sql sql;

    IdempotencyStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * An answer that is stored, and the request that it is the answer of.
     *
     * @param day of an answer in brief, if it has one
     */
    record Stored(byte[] fingerprint, Answer answer, @Nullable LocalDate day) {}

    /**
     * What is known of a key.
     *
     * @param locked false when a twin holds it on another node
     */
    record Found(boolean locked, @Nullable Stored stored) {}

    /**
     * Takes the keys for this transaction and looks for their answers, in one statement that waits for nobody: should a
     * twin commit between the statement's snapshot and its lock, the primary key stops this transaction at the end and
     * the next try finds the answer.
     *
     * @param next what is asked in the same round trip, after that
     */
    Map<IdempotencyKey.Name, Found> lockAndFind(List<IdempotencyKey> keys, List<Sql.Query> next) {
        return find(List.of(Sql.Query.of(SETTINGS, (row, no) -> {})), LOCK_AND_FIND, keys, next);
    }

    /** Looks for answers and locks nothing. */
    Map<IdempotencyKey.Name, Found> find(List<IdempotencyKey> keys) {
        return find(List.of(), FIND.formatted("true"), keys, List.of());
    }

    private Map<IdempotencyKey.Name, Found> find(List<Sql.Query> first, String statement, List<IdempotencyKey> keys,
            List<Sql.Query> next) {
        var found = new HashMap<IdempotencyKey.Name, Found>();
        var queries = new ArrayList<>(first);
        queries.add(Sql.Query.of(statement, (row, no) -> {
            byte[] fingerprint = row.getBytes("fingerprint");
            var stored = fingerprint == null
                    ? null
                    : new Stored(fingerprint, answer(row), row.getObject("day", LocalDate.class));
            found.put(keys.get(no).name(), new Found(row.getBoolean("locked"), stored));
        }, Column.of("text", keys, key -> key.name().subject()), Column.of("text", keys, key -> key.name().key()),
                Column.of("int8", keys, IdempotencyKey::lock), Column.places(keys.size())));
        queries.addAll(next);
        sql.ask(queries);
        return found;
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(row.getInt("status"), row.getString("location"), row.getLong("version"),
                row.getObject("position", Long.class), row.getBytes("body"), true);
    }

    /**
     * The answer to the request of a key.
     *
     * @param day of an answer in brief, if it has one
     */
    record Row(IdempotencyKey key, Answer answer, @Nullable LocalDate day) {}

    /** The last thing that a transaction does: it ends here. */
    void storeAndCommit(List<Row> rows) {
        sql.updateAndCommit(Sql.Update.of("""
                insert into command.idempotency
                       (subject, key, fingerprint, status, location, version, position, body, day)
                select subject, key, fingerprint, status, location, version, position, body, day::date
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?),
                               unnest(?))
                       as row (subject, key, fingerprint, status, location, version, position, body, day)""",
                Column.of("text", rows, row -> row.key().name().subject()),
                Column.of("text", rows, row -> row.key().name().key()),
                Column.bytes(rows, row -> row.key().fingerprint()),
                Column.of("int4", rows, row -> row.answer().status()),
                Column.of("text", rows, row -> row.answer().location()),
                Column.of("int8", rows, row -> row.answer().version()),
                Column.of("int8", rows, row -> row.answer().position()),
                Column.bytes(rows, row -> row.answer().body()),
                Column.of("text", rows, row -> row.day() == null ? null : row.day().toString())));
    }
}
