package io.receivables.query.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checkpoints and keys in the database: copies for questions, and the list of what still has to be written outside. */
final class SealRows {

    /** Of all nodes one at a time appends to the tree. */
    private static final String TAKE_TURN = "select pg_try_advisory_xact_lock(hashtextextended('seal', 0))";

    private final JdbcClient jdbc;

    SealRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the running transaction ends. */
    boolean takeTurn() {
        return jdbc.sql(TAKE_TURN).query(Boolean.class).single();
    }

    String origin() {
        return jdbc.sql("select origin from seal.store").query(String.class).single();
    }

    Optional<Checkpoint> latest() {
        return jdbc.sql("select * from seal.checkpoint order by count desc limit 1")
                .query((row, _) -> checkpoint(row, origin()))
                .optional();
    }

    /** Of the smallest tree that holds the event. */
    Optional<Checkpoint> firstWith(long position) {
        return jdbc.sql("select * from seal.checkpoint where position >= ? order by position limit 1")
                .param(position)
                .query((row, _) -> checkpoint(row, origin()))
                .optional();
    }

    Optional<Checkpoint> of(long count) {
        return jdbc.sql("select * from seal.checkpoint where count = ?")
                .param(count)
                .query((row, _) -> checkpoint(row, origin()))
                .optional();
    }

    List<Checkpoint> after(long count, int limit) {
        var origin = origin();
        return jdbc.sql("select * from seal.checkpoint where count > ? order by count limit ?")
                .params(count, limit)
                .query((row, _) -> checkpoint(row, origin))
                .list();
    }

    List<KeyStatement> keys() {
        var origin = origin();
        return jdbc.sql("select * from seal.signing_key order by first_count")
                .query((row, _) -> key(row, origin))
                .list();
    }

    void add(Checkpoint checkpoint) {
        jdbc.sql("""
                insert into seal.checkpoint (count, position, root, at, key_id, signature)
                values (?, ?, ?, ?, ?, ?)""")
                .params(checkpoint.count(), checkpoint.position(), checkpoint.root(), utc(checkpoint.at()),
                        checkpoint.keyId(), checkpoint.signature())
                .update();
    }

    void add(KeyStatement key) {
        jdbc.sql("""
                insert into seal.signing_key (key_id, public_key, first_count, at, endorsed_by, signature)
                values (?, ?, ?, ?, ?, ?)""")
                .params(key.keyId(), key.publicKey(), key.count(), utc(key.at()), key.endorsedBy(), key.signature())
                .update();
    }

    List<KeyStatement> unpublishedKeys() {
        var origin = origin();
        return jdbc.sql("select * from seal.signing_key where not published order by first_count")
                .query((row, _) -> key(row, origin))
                .list();
    }

    List<Checkpoint> unpublishedCheckpoints() {
        var origin = origin();
        return jdbc.sql("select * from seal.checkpoint where not published order by count")
                .query((row, _) -> checkpoint(row, origin))
                .list();
    }

    void published(KeyStatement key) {
        jdbc.sql("update seal.signing_key set published = true where key_id = ?").param(key.keyId()).update();
    }

    void published(Checkpoint checkpoint) {
        jdbc.sql("update seal.checkpoint set published = true where count = ?").param(checkpoint.count()).update();
    }

    /** The leaf of an event; null when the tree has none of it yet, or there is none at this position. */
    @Nullable
    Long leafOf(long position) {
        return jdbc.sql("""
                select t.number * 256 + (select count(*) from eventstore.event e
                                          where e.global_index >= t.first_position and e.global_index < :position)
                  from (select number, first_position from seal.tile
                         where level = 0 and first_position <= :position order by first_position desc limit 1) t
                 where exists (select from eventstore.event where global_index = :position)""")
                .param("position", position)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static Checkpoint checkpoint(ResultSet row, String origin) throws SQLException {
        return new Checkpoint(origin, row.getLong("count"), row.getLong("position"), row.getString("root"), at(row),
                row.getString("key_id"), row.getString("signature"));
    }

    private static KeyStatement key(ResultSet row, String origin) throws SQLException {
        return new KeyStatement(origin, row.getString("key_id"), row.getString("public_key"),
                row.getLong("first_count"), at(row), row.getString("endorsed_by"), row.getString("signature"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
