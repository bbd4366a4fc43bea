package io.receivables.query.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What could not be booked so far. */
public class ParkedFacts {

    private final JdbcClient jdbc;

    ParkedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them, without any business data.
     *
     * @param error why it could not be booked, null if it only waits
     * @param behind the position that it waits for, null if it has an error of its own
     */
    public record Entry(long position, String type, String stream, @Nullable String error, @Nullable Long behind,
            Instant since, int attempts) {}

    /** In the order of their positions, after one of them (0 for the first). */
    public List<Entry> after(long position, int limit) {
        return jdbc.sql("select * from ledger.parked_fact where position > ? order by position limit ?")
                .params(position, limit)
                .query(ParkedFacts::entry)
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*) from ledger.parked_fact").query(Long.class).single();
    }

    /** Whether figures of the legal entity lack something. */
    public boolean concern(String legalEntity) {
        return jdbc.sql("""
                select exists (select from ledger.parked_fact where legal_entity = ? or legal_entity is null)""")
                .param(legalEntity)
                .query(Boolean.class)
                .single();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(row.getLong("position"), row.getString("type"), row.getString("stream"),
                row.getString("error"), row.getObject("behind", Long.class),
                row.getObject("since", OffsetDateTime.class).toInstant(), row.getInt("attempts"));
    }
}
