package io.receivables.query.audit.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the books with a second reading of the history, in one snapshot of the database: the writer goes on meanwhile and
 * nobody waits. Each table is read once, through a cursor, so that memory does not grow with the number of rows but for
 * {@link Items} and {@link Sums}.
 */
final class ProveBooks {

    private static final int FETCH_SIZE = 1_000;

    private final Connection connection;
    private final Progress progress;
    private final Findings findings = new Findings();

    /** Hears now and then how far it has come. */
    interface Progress {

        /** @throws InterruptedException to end it */
        void read(long position, long last) throws InterruptedException;
    }

    private ProveBooks(Connection connection, Progress progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /**
     * @param connection no transaction is running on it
     * @throws IllegalStateException if the history holds a kind of fact that only the books can read
     */
    static Outcome on(Connection connection, Progress progress) throws SQLException, InterruptedException {
        boolean autoCommit = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return inTransaction(connection, progress);
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
        }
    }

    /** In the snapshot of the transaction that runs. */
    static Outcome inTransaction(Connection connection, Progress progress) throws SQLException, InterruptedException {
        return new ProveBooks(connection, progress).prove();
    }

    private Outcome prove() throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            // The large tables are read in the order of their keys: to sort the log would take as much disk as it has.
            statement.execute("set local enable_sort = off");
        }
        long last = position();
        var fold = new SecondFold(reclassified(last));
        facts(fold, last);
        items(fold.items());
        for (var table : Sums.TABLES) {
            sums(table, fold.sums());
        }
        return findings.upTo(last);
    }

    /** How far the books have read, as the processor's token says: it moves in the transaction of the rows. */
    private long position() throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("""
                select coalesce(min((jsonb_path_query_first(convert_from(token, 'UTF8')::jsonb, '$.**.globalIndex')
                                     #>> '{}')::bigint), 0)
                  from ledger.token_entry where processor_name = 'ledger'""")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Set<String> reclassified(long last) throws SQLException {
        var invoices = new HashSet<String>();
        try (var statement = connection.createStatement(); var row = statement.executeQuery("""
                select distinct convert_from(payload, 'UTF8')::json ->> 'invoiceId'
                  from eventstore.event where payload_type = 'InvoiceReclassified' and global_index <= """ + last)) {
            while (row.next()) {
                invoices.add(row.getString(1));
            }
        }
        return invoices;
    }

    private void facts(SecondFold fold, long last) throws SQLException, InterruptedException {
        var tables = new ArrayList<LiveRows>();
        try (var statement = connection.createStatement()) {
            for (var table : ProvedTable.OF_FACTS) {
                tables.add(new LiveRows(table, connection, findings));
            }
            statement.setFetchSize(FETCH_SIZE);
            try (var events = statement.executeQuery(StoredFact.SELECT.formatted(last))) {
                facts(fold, events, last, tables);
            }
            for (var table : tables) {
                table.noFactBehind();
            }
        } finally {
            close(tables);
        }
    }

    /** While one portion is compared the next one is read. */
    private void facts(SecondFold fold, ResultSet events, long last, List<LiveRows> tables)
            throws SQLException, InterruptedException {
        try (var reader = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("proof-fold").factory())) {
            Future<List<Expected>> before = CompletableFuture.completedFuture(List.of());
            for (var portion = portion(events); !portion.isEmpty(); portion = portion(events)) {
                var facts = portion;
                var next = reader.submit(() -> facts.stream().map(fold::read).toList());
                compare(before.get(), tables);
                before = next;
                progress.read(facts.getFirst().position(), last);
            }
            compare(before.get(), tables);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        }
    }

    private static List<StoredFact> portion(ResultSet events) throws SQLException {
        var portion = new ArrayList<StoredFact>(FETCH_SIZE);
        while (portion.size() < FETCH_SIZE && events.next()) {
            portion.add(StoredFact.of(events));
        }
        return portion;
    }

    private static void compare(List<Expected> facts, List<LiveRows> tables) throws SQLException {
        for (var fact : facts) {
            for (var table : tables) {
                table.compare(fact);
            }
        }
    }

    private static void close(List<LiveRows> tables) throws SQLException {
        for (var table : tables) {
            table.close();
        }
    }

    private void items(Items items) throws SQLException {
        var seen = new BitSet();
        eachRow(ProvedTable.ITEM, row -> {
            int item = items.find(String.valueOf(row[0]), String.valueOf(row[1]), String.valueOf(row[2]));
            var entity = item < 0 ? null : items.entity(item);
            findings.read(ProvedTable.ITEM, entity, 1);
            var expected = item < 0
                    ? null
                    : new @Nullable String[]{row[0], row[1], row[2], items.documentDate(item), items.dueDate(item),
                            items.receivableClass(item), items.paidDate(item)};
            if (item >= 0) {
                seen.set(item);
            }
            compare(ProvedTable.ITEM, entity, row[0] + " " + row[1] + " " + row[2], expected, row);
        });
        for (int item : items.without(seen)) {
            findings.differs(ProvedTable.ITEM, items.entity(item), "position " + items.position(item),
                    new @Nullable String[]{null, null, null, items.documentDate(item), items.dueDate(item),
                            items.receivableClass(item), items.paidDate(item)},
                    null);
        }
    }

    private void sums(ProvedTable table, Sums sums) throws SQLException {
        eachRow(table, row -> {
            findings.read(table, table.legalEntity(row), 1);
            compare(table, table.legalEntity(row), key(row), sums.take(table, row), row);
        });
        for (var missing : sums.left(table)) {
            findings.differs(table, table.legalEntity(missing), key(missing), missing, null);
        }
    }

    private void compare(ProvedTable table, @Nullable String entity, String key, @Nullable String @Nullable [] expected,
            @Nullable String[] found) {
        if (!Arrays.equals(expected, found)) {
            findings.differs(table, entity, key, expected, found);
        }
    }

    /** The columns by which a total is known come first. */
    private static String key(@Nullable String[] row) {
        return Arrays.stream(row).limit(3).map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** Takes one row after the other. */
    private interface RowReader {
        void read(@Nullable String[] row);
    }

    private void eachRow(ProvedTable table, RowReader reader) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (var rows = statement.executeQuery(table.select())) {
                while (rows.next()) {
                    var row = new @Nullable String[table.columns().size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = rows.getString(i + 1);
                    }
                    reader.read(row);
                }
            }
        }
    }
}
