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

/**
 * The tables of batches. Each call is one short statement, in no transaction of the caller's. Rows hold a thousand lines or
 * outcomes: they are put in order first (so {@code offset 0}) and then taken apart one by one, in their order, as far as is asked for.
 */
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

    /** Lines that share a row, in order. */
    void addLines(UUID job, List<StoredLine> lines) {
        sql.update("insert into command.batch_lines (job_id, last_line, lines, contents) select '" + job
                + "', lines[cardinality(lines)], lines, contents from (values (?, ?)) as part (lines, contents)",
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
        jdbc.sql("delete from command.batch_lines where job_id = ?").param(job).update();
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
                .sql("""
                        select line, content
                          from (select * from command.batch_lines
                                 where job_id = ? and last_line > ? order by last_line offset 0) part
                         cross join lateral unnest(lines, contents) as l (line, content)
                         where line > ? order by last_line limit ?""")
                .params(job, line, line, count)
                .query((row, _) -> new StoredLine(row.getInt(1), row.getBytes(2)))
                .list();
    }

    /** The last line that has an outcome, 0 when none has. Outcomes are written in the order of lines. */
    int lastOutcome(UUID job) {
        return jdbc.sql("select last_outcome from command.batch_job where job_id = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    /** Leaves out what another run of this batch has written meanwhile. */
    void addOutcomes(UUID job, List<LineOutcome> outcomes) {
        var left = outcomes;
        while (!left.isEmpty() && !added(job, left)) {
            int last = lastOutcome(job);
            left = left.stream().filter(it -> it.line() > last).toList();
        }
    }

    /** One statement, so that count and outcomes agree. False when there is an outcome of one of these lines already. */
    private boolean added(UUID job, List<LineOutcome> outcomes) {
        return sql.update(
                """
                        with new (lines, keys, commands, statuses, codes, details, errors, locations, positions) as (
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)),
                        part as (
                            select *, lines[cardinality(lines)] as last_line,
                                   (select count(*) from unnest(statuses) status where status >= 400) as refused from new),
                        counted as (
                            update command.batch_job
                               set done = done + cardinality(part.lines),
                                   succeeded = succeeded + cardinality(part.lines) - refused, last_outcome = last_line
                              from part where job_id = '%s' and last_outcome < part.lines[1]
                            returning job_id)
                        insert into command.batch_outcomes (job_id, last_line, refused,
                                                            lines, keys, commands, statuses, codes, details, errors, locations, positions)
                        select job_id, last_line, refused,
                               lines, keys, commands, statuses, codes, details, errors, locations, positions
                          from counted cross join part"""
                        .formatted(job),
                Column.of("int4", outcomes, LineOutcome::line), Column.of("text", outcomes, LineOutcome::key),
                Column.of("text", outcomes, LineOutcome::command), Column.of("int4", outcomes, LineOutcome::status),
                Column.of("text", outcomes, LineOutcome::code), Column.of("text", outcomes, LineOutcome::detail),
                Column.of("text", outcomes, it -> it.errors().isEmpty() ? null : json.writeValueAsString(it.errors())),
                Column.of("text", outcomes, LineOutcome::location),
                Column.of("int8", outcomes, LineOutcome::position)) == 1;
    }

    /** The lines have their outcomes; what was sent is no longer needed. */
    void finish(UUID job, String owner) {
        jdbc.sql("""
                update command.batch_job set state = 'DONE', finished_at = now(), lease_until = null
                 where job_id = ? and lease_owner = ?""").params(job, owner).update();
        jdbc.sql("delete from command.batch_lines where job_id = ?").param(job).update();
    }

    /** Outcomes after a line. */
    List<LineOutcome> outcomes(UUID job, int after, @Nullable Boolean succeeded, int count) {
        var wanted = succeeded == null ? "true" : succeeded ? "status < 400" : "status >= 400";
        var parts = succeeded == null ? "true" : succeeded ? "refused < cardinality(lines)" : "refused > 0";
        return jdbc
                .sql("""
                        select line, key, command, status, code, detail, error, location, position
                          from (select * from command.batch_outcomes
                                 where job_id = ? and last_line > ? and %s order by last_line offset 0) part
                         cross join lateral unnest(lines, keys, commands, statuses, codes, details, errors, locations, positions)
                            as l (line, key, command, status, code, detail, error, location, position)
                         where line > ? and %s order by last_line limit ?"""
                        .formatted(parts, wanted))
                .params(job, after, after, count)
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
