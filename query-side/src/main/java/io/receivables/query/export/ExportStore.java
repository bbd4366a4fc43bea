package io.receivables.query.export;

import io.receivables.platform.identity.Actor;
import io.receivables.query.export.Export.State;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code operations.export} and {@code operations.export_part}. */
@Component
class ExportStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ExportSettings settings;
    private final TransactionTemplate ownTransaction;

    ExportStore(JdbcClient jdbc, JsonMapper json, ExportSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
        this.ownTransaction = new TransactionTemplate(transactions);
        // What is written is read in a transaction of the same thread, which may be a read-only one.
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return false when the subject has used the key already */
    boolean add(UUID id, ExportOrder order, Settled settled, Actor actor, String key, byte[] fingerprint) {
        try {
            jdbc.sql("""
                    insert into operations.export (export_id, kind, subject, roles, entities, all_entities,
                           idempotency_key, fingerprint, purpose, settled, state)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, 'QUEUED')""")
                    .params(id, order.kind().name(), actor.subject(), texts(actor.roles()), texts(actor.entities()),
                            actor.allEntities(), key, fingerprint, order.purpose(), json.writeValueAsString(settled))
                    .update();
            return true;
        } catch (DuplicateKeyException used) {
            return false;
        }
    }

    /** What the subject has ordered under a key, unless that was something else. */
    Optional<Export> sameAs(String subject, String key, byte[] fingerprint) {
        return jdbc.sql("select * from operations.export where subject = ? and idempotency_key = ? and fingerprint = ?")
                .params(subject, key, fingerprint)
                .query(this::export)
                .optional();
    }

    boolean isUsed(String subject, String key) {
        return jdbc.sql("select exists (select from operations.export where subject = ? and idempotency_key = ?)")
                .params(subject, key)
                .query(Boolean.class)
                .single();
    }

    Optional<Export> find(UUID id, String subject) {
        return jdbc.sql("select * from operations.export where export_id = ? and subject = ?")
                .params(id, subject)
                .query(this::export)
                .optional();
    }

    /** Who has ordered it, with the rights of that moment. */
    Actor orderedBy(UUID id) {
        return jdbc.sql("select * from operations.export where export_id = ?")
                .param(id)
                .query((row, _) -> actor(row))
                .single();
    }

    /** The newest first. */
    List<Export> newest(String subject, int limit) {
        return before(subject, Long.MAX_VALUE, "", limit);
    }

    /** Those that follow another one, by the time of its order and its id. */
    List<Export> before(String subject, long micros, String id, int limit) {
        return jdbc.sql("""
                select * from operations.export
                 where subject = :subject
                   and ((extract(epoch from created_at) * 1000000)::int8, export_id::text) < (:micros, :id)
                 order by created_at desc, export_id::text desc limit :limit""")
                .param("subject", subject)
                .param("micros", micros)
                .param("id", id)
                .param("limit", limit)
                .query(this::export)
                .list();
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    int underWay(String subject) {
        return jdbc.sql("select count(*) from operations.export where subject = ? and state in ('QUEUED', 'RUNNING')")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    /** Takes the oldest export that nobody writes. */
    Optional<ExportJob> claim(String owner) {
        return jdbc.sql("""
                update operations.export
                   set state = 'RUNNING', attempt = attempt + 1, done = 0, total = null,
                       started_at = coalesce(started_at, now()), lease_owner = ?, lease_until = now() + ?::interval
                 where export_id = (select export_id from operations.export
                                     where state in ('QUEUED', 'RUNNING')
                                       and (lease_until is null or lease_until < now())
                                     order by created_at for update skip locked limit 1)
                returning *""").params(owner, settings.lease().toString()).query(this::job).optional();
    }

    /** Keeps the claim; false when another node has taken over. */
    boolean keep(ExportJob job, String owner) {
        return jdbc.sql("""
                update operations.export set lease_until = now() + ?::interval
                 where export_id = ? and attempt = ? and lease_owner = ? and state = 'RUNNING'""")
                .params(settings.lease().toString(), job.exportId(), job.attempt(), owner)
                .update() == 1;
    }

    /** Lets any node begin anew at once; the attempt does not count, so what it has left goes. */
    void release(ExportJob job, String owner) {
        ownTransaction.executeWithoutResult(_ -> {
            boolean own = jdbc.sql("""
                    update operations.export set lease_until = null, attempt = attempt - 1
                     where export_id = ? and attempt = ? and lease_owner = ? and state = 'RUNNING'""")
                    .params(job.exportId(), job.attempt(), owner)
                    .update() == 1;
            if (own) {
                jdbc.sql("delete from operations.export_part where export_id = ? and attempt = ?")
                        .params(job.exportId(), job.attempt())
                        .update();
            }
        });
    }

    void progress(ExportJob job, long done, @Nullable Long total) {
        ownTransaction.executeWithoutResult(
                _ -> jdbc.sql(
                        "update operations.export set done = :done, total = :total where export_id = :id and attempt = :attempt")
                        .param("done", done)
                        .param("total", total)
                        .param("id", job.exportId())
                        .param("attempt", job.attempt())
                        .update());
    }

    void addPart(ExportJob job, int no, byte[] content) {
        ownTransaction.executeWithoutResult(_ -> jdbc
                .sql("insert into operations.export_part (export_id, attempt, no, content) values (?, ?, ?, ?)")
                .params(job.exportId(), job.attempt(), no, content)
                .update());
    }

    /** Of all files that can be fetched, and of those that are being written. */
    long storedBytes() {
        return jdbc.sql("""
                select coalesce(sum(octet_length(p.content)), 0)::int8
                  from operations.export e join operations.export_part p using (export_id, attempt)
                 where e.state in ('DONE', 'RUNNING')""")
                .query(Long.class)
                .single();
    }

    /** From now on the file can be fetched; false when another node has taken over. */
    boolean finish(ExportJob job, String owner, long bytes, String sha256) {
        return jdbc.sql("""
                update operations.export
                   set state = 'DONE', bytes = ?, sha256 = ?, finished_at = now(), lease_until = null
                 where export_id = ? and attempt = ? and lease_owner = ? and state = 'RUNNING'""")
                .params(bytes, sha256, job.exportId(), job.attempt(), owner)
                .update() == 1;
    }

    void fail(ExportJob job, String owner, Export.Failure failure) {
        jdbc.sql("""
                update operations.export
                   set state = 'FAILED', error_code = ?, error_detail = ?, finished_at = now(), lease_until = null
                 where export_id = ? and attempt = ? and lease_owner = ? and state = 'RUNNING'""")
                .params(failure.code(), failure.detail(), job.exportId(), job.attempt(), owner)
                .update();
    }

    /** A part of a whole file; empty after its last one. */
    Optional<byte[]> part(UUID export, int no) {
        return jdbc.sql("""
                select p.content from operations.export e join operations.export_part p using (export_id, attempt)
                 where e.export_id = ? and e.state = 'DONE' and p.no = ?""")
                .params(export, no)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** Removes what has been there for long enough, and what belongs to no file. */
    void removeOld(Duration keep) {
        jdbc.sql("""
                update operations.export set state = 'EXPIRED'
                 where state = 'DONE' and finished_at <= now() - make_interval(secs => ?)""")
                .param(keep.toSeconds())
                .update();
        jdbc.sql("""
                delete from operations.export_part p using operations.export e
                 where e.export_id = p.export_id
                   and (e.state in ('FAILED', 'EXPIRED') or p.attempt < e.attempt)""").update();
    }

    private ExportJob job(ResultSet row, int no) throws SQLException {
        return new ExportJob(row.getObject("export_id", UUID.class), ExportKind.valueOf(row.getString("kind")),
                actor(row), row.getString("purpose"), instant(row, "created_at"), settled(row), row.getInt("attempt"));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(row.getString("subject"), set(row.getArray("roles")), set(row.getArray("entities")),
                row.getBoolean("all_entities"));
    }

    private Export export(ResultSet row, int no) throws SQLException {
        var settled = settled(row);
        var state = State.valueOf(row.getString("state"));
        var finished = row.getObject("finished_at") == null ? null : instant(row, "finished_at");
        var code = row.getString("error_code");
        return new Export(row.getObject("export_id", UUID.class), ExportKind.valueOf(row.getString("kind")), state,
                settled.parameters(), settled.known(), row.getString("purpose"), row.getString("subject"),
                instant(row, "created_at"), row.getObject("started_at") == null ? null : instant(row, "started_at"),
                finished, state == State.DONE && finished != null ? finished.plus(settings.keep()) : null,
                row.getInt("attempt"), new Export.Progress(row.getLong("done"), row.getObject("total", Long.class)),
                settled.fileName(), settled.mediaType(), row.getObject("bytes", Long.class), row.getString("sha256"),
                code == null ? null : new Export.Failure(code, row.getString("error_detail")));
    }

    private Settled settled(ResultSet row) throws SQLException {
        return json.readValue(row.getString("settled"), Settled.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Set<String> set(Array texts) throws SQLException {
        return Set.of((String[]) texts.getArray());
    }
}
