package io.receivables.command.batch;

import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.Refusal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of batches. Each call is one short statement, in no transaction of the caller's. */
@Component
class BatchStore {

    /** Another node takes a batch over when its node has been silent for as long. */
    static final String LEASE = "60 seconds";

    private static final String JOB = """
            select job_id, state, dry_run, lines, done, succeeded, created_at, started_at, finished_at, now()
              from command.batch_job""";

    private final JdbcClient jdbc;
    private final Sql sql;
    private final JsonMapper json = new JsonMapper();

    BatchStore(JdbcClient jdbc, Sql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    void begin(BatchOrder order) {
        var actor = order.actor();
        jdbc.sql("""
                insert into command.batch_job
                  (job_id, subject, roles, entities, all_entities, correlation_id, dry_run, state)
                values (?, ?, ?, ?, ?, ?, ?, 'RECEIVING')""")
                .params(order.jobId(), actor.subject(), texts(actor.roles()), texts(actor.entities()),
                        actor.allEntities(), order.correlationId(), order.dryRun())
                .update();
    }

    void addLines(UUID job, List<StoredLine> lines) {
        sql.update("insert into command.batch_line (job_id, line, content) select '" + job
                + "', line, content from unnest(?, ?) as new (line, content)",
                Column.of("int4", lines, StoredLine::line), Column.bytes(lines, StoredLine::content));
    }

    /**
     * Makes a received batch ready to be run.
     *
     * @return false when the subject has used the key already
     */
    boolean queue(UUID job, int lines, @Nullable String key, byte[] fingerprint) {
        try {
            jdbc.sql("""
                    update command.batch_job
                       set state = 'QUEUED', lines = ?, idempotency_key = ?, fingerprint = ? where job_id = ?""")
                    .param(lines)
                    .param(key)
                    .params(fingerprint, job)
                    .update();
            return true;
        } catch (DuplicateKeyException used) {
            return false;
        }
    }

    /** Of a batch that was not received as a whole; it has no outcomes. */
    void forget(UUID job) {
        jdbc.sql("delete from command.batch_line where job_id = ?").param(job).update();
        jdbc.sql("delete from command.batch_job where job_id = ?").param(job).update();
    }

    /** What the subject has posted under a key, unless that was another batch. */
    Optional<Job> sameAs(String subject, String key, byte[] fingerprint) {
        return jdbc.sql(JOB + " where subject = ? and idempotency_key = ? and fingerprint = ?")
                .params(subject, key, fingerprint)
                .query(BatchStore::job)
                .optional();
    }

    Optional<Job> find(UUID job, String subject) {
        return jdbc.sql(JOB + " where job_id = ? and subject = ?")
                .params(job, subject)
                .query(BatchStore::job)
                .optional();
    }

    /** Takes the oldest batch that nobody runs. */
    Optional<BatchOrder> claim(String owner) {
        return jdbc.sql("""
                update command.batch_job
                   set state = 'RUNNING', started_at = coalesce(started_at, now()), lease_owner = ?,
                       lease_until = now() + ?::interval
                 where job_id = (select job_id from command.batch_job
                                  where state in ('QUEUED', 'RUNNING')
                                    and (lease_until is null or lease_until < now())
                                  order by created_at for update skip locked limit 1)
                returning job_id, subject, roles, entities, all_entities, correlation_id, dry_run""")
                .params(owner, LEASE)
                .query((row, _) -> new BatchOrder(row.getObject(1, UUID.class),
                        new Actor(row.getString(2), set(row.getArray(3)), set(row.getArray(4)), row.getBoolean(5)),
                        row.getString(6), row.getBoolean(7)))
                .optional();
    }

    /** Keeps the claim; false when another node has taken over. */
    boolean keep(UUID job, String owner) {
        return jdbc.sql("""
                update command.batch_job set lease_until = now() + ?::interval
                 where job_id = ? and lease_owner = ? and state = 'RUNNING'""").params(LEASE, job, owner).update() == 1;
    }

    /** Lets another node take over at once. */
    void release(UUID job, String owner) {
        jdbc.sql("update command.batch_job set lease_until = null where job_id = ? and lease_owner = ?")
                .params(job, owner)
                .update();
    }

    /** The next lines without outcome. */
    List<StoredLine> linesAfter(UUID job, int line, int count) {
        return jdbc
                .sql("select line, content from command.batch_line where job_id = ? and line > ? order by line limit ?")
                .params(job, line, count)
                .query((row, _) -> new StoredLine(row.getInt(1), row.getBytes(2)))
                .list();
    }

    /** The last line that has an outcome, 0 when none has. Outcomes are written in the order of lines. */
    int lastOutcome(UUID job) {
        return jdbc.sql("select coalesce(max(line), 0) from command.batch_outcome where job_id = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    void addOutcomes(UUID job, List<LineOutcome> outcomes) {
        try {
            addOutcomes(job, outcomes, "");
        } catch (DuplicateKeyException twin) {
            // Another run of this batch has written some of them. To look for that beforehand takes twice as long.
            addOutcomes(job, outcomes, "on conflict do nothing");
        }
    }

    /** One statement, so that count and rows agree. */
    private void addOutcomes(UUID job, List<LineOutcome> outcomes, String onConflict) {
        sql.update("""
                with added as (
                    insert into command.batch_outcome
                      (job_id, line, key, command, status, code, detail, errors, location, position)
                    select '%1$s', line, key, command, status, code, detail, errors::jsonb, location, position
                      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                        as new (line, key, command, status, code, detail, errors, location, position)
                    %2$s returning status)
                update command.batch_job
                   set done = done + (select count(*) from added),
                       succeeded = succeeded + (select count(*) from added where status < 400)
                 where job_id = '%1$s'""".formatted(job, onConflict),
                Column.of("int4", outcomes, LineOutcome::line), Column.of("text", outcomes, LineOutcome::key),
                Column.of("text", outcomes, LineOutcome::command), Column.of("int4", outcomes, LineOutcome::status),
                Column.of("text", outcomes, LineOutcome::code), Column.of("text", outcomes, LineOutcome::detail),
                Column.of("text", outcomes, it -> it.errors().isEmpty() ? null : json.writeValueAsString(it.errors())),
                Column.of("text", outcomes, LineOutcome::location),
                Column.of("int8", outcomes, LineOutcome::position));
    }

    /** The lines have their outcomes; what was sent is no longer needed. */
    void finish(UUID job, String owner) {
        jdbc.sql("""
                update command.batch_job set state = 'DONE', finished_at = now(), lease_until = null
                 where job_id = ? and lease_owner = ?""").params(job, owner).update();
        jdbc.sql("delete from command.batch_line where job_id = ?").param(job).update();
    }

    /** Outcomes after a line. */
    List<LineOutcome> outcomes(UUID job, int after, @Nullable Boolean succeeded, int count) {
        var filter = succeeded == null ? "" : succeeded ? " and status < 400" : " and status >= 400";
        return jdbc.sql("""
                select line, key, command, status, code, detail, errors, location, position
                  from command.batch_outcome where job_id = ? and line > ?""" + filter + " order by line limit ?")
                .params(job, after, count)
                .query((row, _) -> outcome(row))
                .list();
    }

    private LineOutcome outcome(ResultSet row) throws SQLException {
        var errors = row.getString(7);
        long position = row.getLong(9);
        return new LineOutcome(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5),
                row.getString(6),
                errors == null ? List.of() : List.of(json.readValue(errors, Refusal.FieldError[].class)),
                row.getString(8), position == 0 ? null : position);
    }

    private static Job job(ResultSet row, int no) throws SQLException {
        return Job.of(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), row.getInt(4), row.getInt(5),
                row.getInt(6), instant(row, 7), row.getTimestamp(8) == null ? null : instant(row, 8),
                row.getTimestamp(9) == null ? null : instant(row, 9), instant(row, 10));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Set<String> set(Array texts) throws SQLException {
        return Set.of((String[]) texts.getArray());
    }
}
