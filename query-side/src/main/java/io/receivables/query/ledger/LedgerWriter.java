package io.receivables.query.ledger;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the rows of a batch table by table. A row that is there already stays as it is, so a batch that is read twice counts
 * once.
 */
final class LedgerWriter {

    private final JdbcClient jdbc;
    private final LedgerTables tables;
    private final NewFacts newFacts;
    private final SchemaName schema;

    LedgerWriter(JdbcClient client, JdbcTemplate jdbc, SchemaName schema) {
        this.jdbc = client;
        this.tables = new LedgerTables(jdbc, schema);
        this.newFacts = new NewFacts(jdbc, tables, schema);
        this.schema = schema;
    }

    /** @param facts in the order of their positions, with none left out between them */
    void write(List<FoldedFact> facts) {
        var log = logAt(facts.getFirst().fact().position());
        var times = new RisingTimes(log.lastBefore());
        var dated = facts.stream().map(folded -> times.date(folded.fact())).toList();
        if (log.endsThere() && facts.size() >= NewFacts.COPIED) {
            newFacts.copy(dated, place(facts, dated), log.books());
        } else {
            tables.insert(dated, place(facts, dated));
        }
    }

    /** Facts from here and there, most of which the log holds already: their times stay as they were answered. */
    void writeAgain(List<FoldedFact> facts) {
        var known = timesOf(facts);
        var dated = facts.stream().map(FoldedFact::fact).map(fact -> {
            var answered = known.get(fact.position());
            return answered != null
                    ? new DatedFact(fact, answered)
                    : new RisingTimes(logAt(fact.position()).lastBefore()).date(fact);
        }).toList();
        tables.insert(dated, place(facts, dated));
    }

    private static List<PlacedRow<Row>> place(List<FoldedFact> facts, List<DatedFact> dated) {
        var rows = new ArrayList<PlacedRow<Row>>();
        for (int i = 0; i < dated.size(); i++) {
            rows.addAll(dated.get(i).place(facts.get(i).rows()));
        }
        return rows;
    }

    /**
     * The end of the log.
     *
     * @param endsThere whether it holds nothing from the position on
     * @param books tells them from those that a rebuild puts in their place
     */
    private record Log(Instant lastBefore, boolean endsThere, long books) {}

    /**
     * Until the transaction ends, rows are found by index, by setting and not by luck with old statistics; then no statement
     * needs a plan of its own for the values of a batch.
     */
    private Log logAt(long position) {
        return jdbc.sql(schema
                .in("""
                        select (select recorded_at from ledger.fact where position < :position
                                 order by position desc limit 1),
                               coalesce((select position from ledger.fact order by position desc limit 1), 0) < :position,
                               'ledger.item'::regclass::oid::bigint,
                               set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
                               set_config('enable_mergejoin', 'off', true),
                               set_config('plan_cache_mode', 'force_generic_plan', true)"""))
                .param("position", position)
                .query((row, _) -> new Log(instant(row.getObject(1, OffsetDateTime.class)), row.getBoolean(2),
                        row.getLong(3)))
                .single();
    }

    private static Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? Instant.EPOCH : time.toInstant();
    }

    private Map<Long, Instant> timesOf(List<FoldedFact> facts) {
        return jdbc
                .sql(schema.in("select position, recorded_at from ledger.fact where position = any(:positions)"))
                .param("positions", facts.stream().map(folded -> folded.fact().position()).toArray(Long[]::new))
                .query((row, _) -> Map.entry(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A fact with the time that is answered for it. */
    record DatedFact(RecordedFact fact, Instant recordedAt) {

        List<PlacedRow<Row>> place(List<Row> rows) {
            var placed = new ArrayList<PlacedRow<Row>>(rows.size());
            for (var row : rows) {
                placed.add(new PlacedRow<>(fact, recordedAt, placed.size(), row));
            }
            return placed;
        }
    }

    /** A row with the fact that it comes from; {@code ordinal} tells the rows of one fact apart. */
    record PlacedRow<R extends Row>(RecordedFact fact, Instant recordedAt, int ordinal, R row) {

        long position() {
            return fact.position();
        }
    }
}
