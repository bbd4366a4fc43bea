package io.receivables.query.ledger;

import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.query.ledger.CopyThread.Chunk;
import io.receivables.query.ledger.LedgerWriter.DatedFact;
import io.receivables.query.ledger.LedgerWriter.PlacedRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads every fact in the order of the store and copies its rows into empty tables, the log and the movements apart. */
final class BulkLoad {

    private static final int CHUNK_SIZE = 5_000;
    /** Before a number that somebody may still fill. */
    private static final Duration AT_HOLE = Duration.ofMillis(5);

    private final ReceivablesEventStorageEngine store;
    private final FactReader reader;
    private final Fold fold;
    private final ParkedTable parked;
    private final SchemaName schema;
    private final KnownItems items;
    private final ParkedSequences sequences = ParkedSequences.none();
    private final RisingTimes times = new RisingTimes(Instant.EPOCH);
    private long position;

    BulkLoad(ReceivablesEventStorageEngine store, FactReader reader, Fold fold, ParkedTable parked,
            SchemaName schema, KnownItems items) {
        this.store = store;
        this.reader = reader;
        this.fold = fold;
        this.parked = parked;
        this.schema = schema;
        this.items = items;
    }

    /**
     * @param lastPosition holds a fact and is the last one that is loaded
     * @param progress hears how far it has read
     * @throws CopyThread.CopyRefused if PostgreSQL does not take some row
     */
    void run(long lastPosition, Connection connection, LongConsumer progress)
            throws InterruptedException, SQLException {
        try (var copying = new CopyThread(connection, schema, items)) {
            while (position < lastPosition) {
                long before = position;
                try (var events = store.readEvents(new GlobalSequenceTrackingToken(position), false)) {
                    var facts = events.iterator();
                    while (position < lastPosition && facts.hasNext()) {
                        copying.copy(nextChunk(facts, lastPosition));
                        progress.accept(position);
                    }
                }
                if (position == before) {
                    Thread.sleep(AT_HOLE);
                }
            }
            copying.finish();
        }
    }

    private Chunk nextChunk(Iterator<? extends TrackedEventMessage<?>> events, long lastPosition) {
        var sorting = new Sorting(fold, sequences);
        while (sorting.facts().size() < CHUNK_SIZE && position < lastPosition && events.hasNext()) {
            var fact = reader.read(events.next());
            sorting.add(fact);
            position = fact.position();
        }
        parked.add(sorting.parked());
        var dated = new ArrayList<DatedFact>(CHUNK_SIZE);
        var rows = new ArrayList<PlacedRow<Row>>(2 * CHUNK_SIZE);
        for (var folded : sorting.facts()) {
            var fact = times.date(folded.fact());
            dated.add(fact);
            rows.addAll(fact.place(folded.rows()));
        }
        return new Chunk(dated, rows);
    }
}
