package io.receivables.query.ledger;

import io.receivables.query.ledger.Rebuild.Phase;
import io.receivables.query.ledger.Rebuild.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code operations.rebuild}: how far each rebuild has come. It lies outside the schemas that are swapped. */
final class RebuildJournal {

    /** What follows the reading takes about so much of its time again. */
    private static final double AFTER_READING = 0.6;
    // Somebody holds the lock of the rebuild.
    private static final String ALIVE = """
            exists (select from pg_locks
                     where locktype = 'advisory' and granted and objsubid = 1
                       and classid = %d::bigint::oid and objid = %d::bigint::oid
                       and database = (select oid from pg_database where datname = current_database()))"""
            .formatted(LedgerLock.REBUILD >>> 32, LedgerLock.REBUILD & 0xFFFF_FFFFL);
    private static final String SELECT = """
            select rebuild_id, projection, phase, events_read, events_to_read, started_at, updated_at, finished_at, error,
                   case when state = 'RUNNING' and not %s then 'INTERRUPTED' else state end as state
              from operations.rebuild"""
            .formatted(ALIVE);

    private final JdbcClient jdbc;

    RebuildJournal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Called by whoever holds the lock: a row that says it runs is one whose process has ended. */
    void begin(UUID id, String projection, String requestedBy) {
        jdbc.sql(
                """
                        update operations.rebuild set state = 'INTERRUPTED', finished_at = updated_at where state = 'RUNNING'""")
                .update();
        jdbc.sql("""
                insert into operations.rebuild (rebuild_id, projection, requested_by, state, phase, events_read,
                       events_to_read, started_at, updated_at)
                values (?, ?, ?, 'RUNNING', 'PREPARING', 0, 0, now(), now())""")
                .params(id, projection, requestedBy)
                .update();
    }

    void phase(UUID id, Phase phase) {
        jdbc.sql("update operations.rebuild set phase = ?, updated_at = now() where rebuild_id = ?")
                .params(phase.name(), id)
                .update();
    }

    void progress(UUID id, long read, long toRead) {
        jdbc.sql("""
                update operations.rebuild set events_read = ?, events_to_read = ?, updated_at = now()
                 where rebuild_id = ?""")
                .params(read, toRead, id)
                .update();
    }

    void end(UUID id, State state, @Nullable String error) {
        jdbc.sql("""
                update operations.rebuild set state = :state, error = :error, updated_at = now(), finished_at = now()
                 where rebuild_id = :id""")
                .param("state", state.name())
                .param("error", error)
                .param("id", id)
                .update();
    }

    Optional<Rebuild> find(UUID id) {
        return jdbc.sql(SELECT + " where rebuild_id = ?").param(id).query(RebuildJournal::rebuild).optional();
    }

    Optional<Rebuild> latest(String projection) {
        return jdbc.sql(SELECT + " where projection = ? order by started_at desc limit 1")
                .param(projection)
                .query(RebuildJournal::rebuild)
                .optional();
    }

    private static Rebuild rebuild(ResultSet row, int number) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var phase = Phase.valueOf(row.getString("phase"));
        long read = row.getLong("events_read");
        long toRead = row.getLong("events_to_read");
        var started = instant(row, "started_at");
        var updated = instant(row, "updated_at");
        double seconds = Duration.between(started, updated).toMillis() / 1000.0;
        boolean reading = state == State.RUNNING && phase == Phase.READING && read > 0 && seconds > 0;
        return new Rebuild(row.getObject("rebuild_id", UUID.class), row.getString("projection"), state, phase, read,
                toRead, reading ? Math.round(read / seconds) : null, started,
                reading ? started.plusMillis(Math.round(1000 * seconds * toRead / read * (1 + AFTER_READING))) : null,
                row.getObject("finished_at") == null ? null : instant(row, "finished_at"), row.getString("error"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
