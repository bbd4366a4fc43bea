package io.receivables.query.audit.proof;

import io.receivables.query.audit.proof.ProofJob.State;
import io.receivables.query.edge.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What was asked for and what came of it, in a table that no rebuild touches. */
final class ProofJournal {

    /** Held by the session that proves; any number will do, as long as every node knows the same. */
    static final long LOCK = 0x5245_4356_5052_4F46L;

    // Somebody holds the lock.
    private static final String ALIVE = """
            exists (select from pg_locks
                     where locktype = 'advisory' and granted and objsubid = 1
                       and classid = %d::bigint::oid and objid = %d::bigint::oid
                       and database = (select oid from pg_database where datname = current_database()))"""
            .formatted(LOCK >>> 32, LOCK & 0xFFFF_FFFFL);
    private static final String SELECT = """
            select proof_id, requested_by, events_read, events_to_read, started_at, finished_at, error, outcome,
                   case when state = 'RUNNING' and not %s then 'INTERRUPTED' else state end as state
              from operations.proof""".formatted(ALIVE);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProofJournal(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Called by whoever holds the lock: a row that says it runs is one whose process has ended.
     *
     * @param scheduledFor null: somebody asked for it
     * @return false if this moment of the schedule has been taken already
     */
    boolean begin(UUID id, String requestedBy, @Nullable Instant scheduledFor) {
        jdbc.sql(
                "update operations.proof set state = 'INTERRUPTED', finished_at = updated_at where state = 'RUNNING'")
                .update();
        return jdbc.sql("""
                insert into operations.proof (proof_id, requested_by, scheduled_for, state, events_read, events_to_read,
                       started_at, updated_at)
                values (:id, :requestedBy, :scheduledFor, 'RUNNING', 0, 0, now(), now())
                    on conflict (scheduled_for) do nothing""")
                .param("id", id)
                .param("requestedBy", requestedBy)
                .param("scheduledFor", scheduledFor == null ? null : scheduledFor.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update() == 1;
    }

    void progress(UUID id, long read, long toRead) {
        jdbc.sql(
                "update operations.proof set events_read = ?, events_to_read = ?, updated_at = now() where proof_id = ?")
                .params(read, toRead, id)
                .update();
    }

    void done(UUID id, Outcome outcome) {
        jdbc.sql("""
                update operations.proof
                   set state = 'DONE', updated_at = now(), finished_at = now(), differences = ?, outcome = ?::jsonb,
                       events_read = ?, events_to_read = ?
                 where proof_id = ?""")
                .params(outcome.differences(), json.writeValueAsString(outcome), outcome.position(),
                        outcome.position(), id)
                .update();
    }

    void ended(UUID id, State state, String error) {
        jdbc.sql("""
                update operations.proof set state = ?, error = ?, updated_at = now(), finished_at = now()
                 where proof_id = ?""")
                .params(state.name(), error, id)
                .update();
    }

    /** As somebody sees it who may see these legal entities. */
    Optional<ProofJob> find(UUID id, Scope scope) {
        return jdbc.sql(SELECT + " where proof_id = ?").param(id).query((row, _) -> job(row, scope)).optional();
    }

    Optional<UUID> running() {
        return jdbc
                .sql("select proof_id from operations.proof where state = 'RUNNING' order by started_at desc limit 1")
                .query(UUID.class)
                .optional();
    }

    /** The newest one that came to its end. */
    Optional<Outcome> latest() {
        return jdbc.sql("select outcome from operations.proof where state = 'DONE' order by finished_at desc limit 1")
                .query((row, _) -> json.readValue(row.getString(1), Outcome.class))
                .optional();
    }

    /**
     * How the books stand.
     *
     * @param differences that the newest proof found; not a number before the first one
     * @param ageSeconds since its end; before the first one, since the first event was recorded
     */
    record Standing(double differences, double ageSeconds) {}

    Standing standing() {
        return jdbc.sql("""
                select p.differences,
                       extract(epoch from clock_timestamp() - coalesce(p.finished_at,
                           (select time_stamp from eventstore.event order by global_index limit 1)))::double precision
                  from (select) one
                  left join (select differences, finished_at from operations.proof where state = 'DONE'
                              order by finished_at desc limit 1) p on true""")
                .query((row, _) -> new Standing(number(row, 1), number(row, 2)))
                .single();
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? Double.NaN : number;
    }

    private ProofJob job(ResultSet row, Scope scope) throws SQLException {
        var outcome = row.getString("outcome");
        return new ProofJob(row.getObject("proof_id", UUID.class), State.valueOf(row.getString("state")),
                row.getString("requested_by"), row.getLong("events_read"), row.getLong("events_to_read"),
                instant(row, "started_at"),
                row.getObject("finished_at") == null ? null : instant(row, "finished_at"), row.getString("error"),
                outcome == null ? null : json.readValue(outcome, Outcome.class).seenBy(scope));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
