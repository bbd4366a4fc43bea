package io.receivables.query.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the rows of a batch with one statement per table. A row that is there already stays as it is, so a batch that
 * is read twice counts once.
 */
final class LedgerWriter {

    private final JdbcClient jdbc;
    private final LedgerTables tables;

    LedgerWriter(JdbcClient jdbc, LedgerTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /** @param facts in the order of their positions */
    void write(List<RecordedFact> facts) {
        var dated = inRisingTime(facts);
        var rows = new ArrayList<PlacedRow<Row>>();
        for (var fact : dated) {
            int ordinal = 0;
            for (var row : fact.fact().rows()) {
                rows.add(new PlacedRow<>(fact.fact(), fact.recordedAt(), ordinal++, row));
            }
        }
        tables.insert(dated, rows);
    }

    /** Clocks of several nodes disagree: the time that is answered never falls behind that of an earlier position. */
    private List<DatedFact> inRisingTime(List<RecordedFact> facts) {
        var last = lastBefore(facts.getFirst().position());
        var dated = new ArrayList<DatedFact>(facts.size());
        for (var fact : facts) {
            var stored = fact.stored().truncatedTo(ChronoUnit.MICROS);
            last = stored.isAfter(last) ? stored : last.plus(1, ChronoUnit.MICROS);
            dated.add(new DatedFact(fact, last));
        }
        return dated;
    }

    private Instant lastBefore(long position) {
        return jdbc.sql("select recorded_at from ledger.event_log where position < ? order by position desc limit 1")
                .param(position)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }

    /** A fact with the time that is answered for it. */
    record DatedFact(RecordedFact fact, Instant recordedAt) {}

    /** A row with the fact that it comes from; {@code ordinal} tells the rows of one fact apart. */
    record PlacedRow<R extends Row>(RecordedFact fact, Instant recordedAt, int ordinal, R row) {

        long position() {
            return fact.position();
        }
    }
}
