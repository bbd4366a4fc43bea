package io.receivables.query.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the books have read, and which position goes with which time. */
public class Progress {

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that the books contain. */
    public Known now() {
        return jdbc.sql("select position, recorded_at from ledger.fact order by position desc limit 1")
                .query(Progress::known)
                .optional()
                .orElse(Known.NOTHING);
    }

    /** The last fact at or before the position: numbers that were drawn and rolled back name no fact. */
    public Known at(long position) {
        return jdbc.sql("""
                select position, recorded_at from ledger.fact where position <= ?
                 order by position desc limit 1""")
                .param(position)
                .query(Progress::known)
                .optional()
                .orElse(Known.NOTHING);
    }

    /** The last fact that was recorded at or before the instant. */
    public Known at(Instant instant) {
        return jdbc.sql("""
                select position, recorded_at from ledger.fact where recorded_at <= ?
                 order by recorded_at desc limit 1""")
                .param(instant.atOffset(ZoneOffset.UTC))
                .query(Progress::known)
                .optional()
                .orElse(Known.NOTHING);
    }

    /** Whether nothing moved after the cut: then what is open now is what was open then. */
    public boolean nothingMovedAfter(AsOf asOf) {
        return asOf.position() >= now().position() && jdbc
                .sql("select not exists (select from ledger.movement_total where effective_date > ?)")
                .param(asOf.asAt())
                .query(Boolean.class)
                .single();
    }

    /** Whether the event store holds this position, even if the books have not read it yet. */
    public boolean isStored(long position) {
        return jdbc.sql("select coalesce(max(global_index), 0) >= ? from eventstore.event")
                .param(position)
                .query(Boolean.class)
                .single();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
    }
}
