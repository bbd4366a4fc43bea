package io.receivables.query.ledger;

import io.receivables.query.ledger.LedgerWriter.DatedFact;
import io.receivables.query.ledger.LedgerWriter.PlacedRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Copies rows into the tables of a schema beside the thread that reads them; a few chunks may wait. All of it is one
 * transaction that empties the tables first: PostgreSQL then writes rows as if vacuum had seen them already.
 */
final class CopyThread implements AutoCloseable {

    /** Bounds the memory: so many chunks are on their way at most. */
    private static final int CHUNKS_UNDER_WAY = 2;

    private final Connection connection;
    private final SchemaName schema;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ledger-copy").factory());
    /** Touched by the thread alone, as is what follows. */
    private final CopyBinary bytes = new CopyBinary();
    private final KnownItems items;
    private final Queue<Future<?>> underWay = new ArrayDeque<>();

    /** @param connection in a transaction; is used by this thread alone until it is closed, as are the items */
    CopyThread(Connection connection, SchemaName schema, KnownItems items) throws SQLException {
        this.connection = connection;
        this.items = items;
        this.schema = schema;
        try (var statement = connection.createStatement()) {
            for (var table : LedgerTables.LOADED) {
                statement.execute(schema.in("truncate ledger." + table));
            }
        }
    }

    /** Facts with all of their rows. */
    record Chunk(List<DatedFact> facts, List<PlacedRow<Row>> rows) {}

    void copy(Chunk chunk) throws InterruptedException {
        while (underWay.size() >= CHUNKS_UNDER_WAY) {
            await(underWay.remove());
        }
        underWay.add(thread.submit(() -> {
            copyNow(chunk);
            return null;
        }));
    }

    /** Waits until everything is in the tables, and commits. */
    void finish() throws InterruptedException, SQLException {
        while (!underWay.isEmpty()) {
            await(underWay.remove());
        }
        connection.commit();
    }

    private void copyNow(Chunk chunk) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var loader = new LedgerTables.Loader() {

            @Override
            public <T> void add(String table, MultiRowInsert<T> insert, List<T> rows) {
                if (!rows.isEmpty()) {
                    copyIn(copy, table, insert.columns(), rows);
                }
            }
        };
        var undated = LedgerTables.load(chunk.facts(), chunk.rows(), items, loader);
        LedgerTables.loadWithoutItem(undated, loader); // once all items are there, it finds its own
    }

    private <T> void copyIn(CopyManager copy, String table, List<MultiRowInsert.Column<T>> columns, List<T> rows) {
        try {
            bytes.copy(copy, schema.in("copy ledger." + table + " from stdin (format binary, freeze)"), columns, rows);
        } catch (SQLException failure) {
            throw new CopyRefused(table, failure);
        }
    }

    private static void await(Future<?> copying) throws InterruptedException {
        try {
            copying.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("cannot copy rows", failure.getCause());
        }
    }

    /** Ends the thread; what has not been copied yet is dropped. */
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }

    /** PostgreSQL did not take a chunk. */
    static final class CopyRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SQLException refusal;

        CopyRefused(String table, SQLException refusal) {
            super("cannot copy rows into " + table, refusal);
            this.refusal = refusal;
        }

        /** Whether other rows would have been taken: the database is there and the table is as it should be. */
        boolean isAboutTheData() {
            return ParkingWriter.isAboutTheData(refusal);
        }
    }
}
