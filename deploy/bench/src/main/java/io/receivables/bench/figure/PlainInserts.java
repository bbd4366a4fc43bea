package io.receivables.bench.figure;

import io.receivables.bench.run.Run;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The reference of single commands: the rows that such a command leaves behind, written by plain JDBC, one transaction a
 * command, into tables with the same columns and indexes. Statements stay prepared; each caller has a connection.
 */
final class PlainInserts implements AutoCloseable {

    private static final Map<String, String> POSITION = Map.of("global_index", "nextval('plain.event_global_index')");
    private static final Map<String, String> NONE = Map.of();
    private static final long ENOUGH = 1_000_000_000L;

    private final BlockingQueue<Writer> writers;

    private PlainInserts(BlockingQueue<Writer> writers) {
        this.writers = writers;
    }

    /** The tables, beside those of the product and like them. Nobody tidies up after copied events while the product is measured. */
    static void createTables(Run run) {
        run.jdbc().sql("""
                create schema if not exists plain;
                create sequence if not exists plain.event_global_index cache 1;
                create table if not exists plain.event (like eventstore.event including all)
                    with (autovacuum_enabled = false, toast.autovacuum_enabled = false);
                create table if not exists plain.document_number (like command.document_number including all);
                create table if not exists plain.idempotency (like command.idempotency including all);
                create table if not exists plain.open_item (like command.open_item including all);
                create table if not exists plain.late_invoice (like command.late_invoice including all)""").update();
    }

    /** An invoice has just been issued: one event, its number, what is open of it, and the answer. */
    static PlainInserts likeIssuing(Run run, int callers) throws SQLException {
        return like(run, callers, 1, List.of("document_number", "open_item", "idempotency order by created_at desc"),
                0);
    }

    /** A payment has just been allocated to a late invoice: two events, two open items that fall, the late invoice, the answer. */
    static PlainInserts likeAllocating(Run run, int callers) throws SQLException {
        return like(run, callers, 2, List.of("late_invoice", "idempotency order by created_at desc"), 2);
    }

    private static PlainInserts like(Run run, int callers, int events, List<String> others, int changed)
            throws SQLException {
        createTables(run);
        var writers = new ArrayBlockingQueue<Writer>(callers);
        for (int i = 0; i < callers; i++) {
            var connection = run.plain().getConnection();
            var rows = new ArrayList<RowTemplate>();
            for (int j = 0; j < events; j++) {
                rows.add(RowTemplate.of(connection, "plain.event",
                        "eventstore.event order by global_index desc offset " + (events - 1 - j)));
            }
            writers.add(new Writer(connection, rows, others, changed));
        }
        return new PlainInserts(writers);
    }

    void write() throws SQLException, InterruptedException {
        var writer = writers.take();
        try {
            writer.write();
        } finally {
            writers.add(writer);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var writer : writers) {
            writer.close();
        }
    }

    private static final class Writer implements AutoCloseable {

        private final Connection connection;
        private final List<RowTemplate> events;
        private final List<PreparedStatement> inserts = new ArrayList<>();
        private final List<RowTemplate> others = new ArrayList<>();
        private final List<PreparedStatement> otherInserts = new ArrayList<>();
        private final List<PreparedStatement> changes = new ArrayList<>();

        Writer(Connection connection, List<RowTemplate> events, List<String> others, int changed)
                throws SQLException {
            this.connection = connection;
            this.events = events;
            for (var event : events) {
                inserts.add(event.prepare(connection, POSITION));
            }
            for (var from : others) {
                var other = RowTemplate.of(connection, "plain." + from.split(" ")[0], "command." + from);
                this.others.add(other);
                otherInserts.add(other.prepare(connection, NONE));
            }
            for (int i = 0; i < changed; i++) {
                changes.add(openItem(connection));
            }
            connection.setAutoCommit(false);
        }

        /** A row of its own, of which a little is taken off each time. */
        private static PreparedStatement openItem(Connection connection) throws SQLException {
            var id = UUID.randomUUID().toString();
            var row = RowTemplate.of(connection, "plain.open_item", "command.open_item");
            try (var insert = row.prepare(connection, NONE)) {
                row.fill(insert, NONE, Map.of("account_id", id, "document_id", id, "amount", ENOUGH));
                insert.executeUpdate();
            }
            var change = connection.prepareStatement(
                    "update plain.open_item set amount = amount - 1 where account_id = ? and document_id = ?");
            change.setString(1, id);
            change.setString(2, id);
            return change;
        }

        void write() throws SQLException {
            for (int i = 0; i < events.size(); i++) {
                var id = UUID.randomUUID().toString();
                events.get(i)
                        .fill(inserts.get(i), POSITION,
                                Map.of("event_identifier", id, "aggregate_identifier", "invoice/" + id));
                inserts.get(i).executeUpdate();
            }
            for (int i = 0; i < others.size(); i++) {
                var id = UUID.randomUUID().toString();
                others.get(i)
                        .fill(otherInserts.get(i), NONE,
                                Map.of("number", id, "key", id, "document_id", id, "invoice_id", id));
                otherInserts.get(i).executeUpdate();
            }
            for (var change : changes) {
                change.executeUpdate();
            }
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }
}
