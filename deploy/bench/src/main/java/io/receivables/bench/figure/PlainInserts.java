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

    private final BlockingQueue<Writer> writers;

    private PlainInserts(BlockingQueue<Writer> writers) {
        this.writers = writers;
    }

    /** The tables, beside those of the product and like them. */
    static void createTables(Run run) {
        run.jdbc().sql("""
                create schema if not exists plain;
                create sequence if not exists plain.event_global_index cache 1;
                create table if not exists plain.event (like eventstore.event including all);
                create table if not exists plain.document_number (like command.document_number including all);
                create table if not exists plain.idempotency (like command.idempotency including all)""").update();
    }

    /**
     * @param events that the newest command appended
     * @param numbered whether it also claimed a document number
     */
    static PlainInserts likeTheNewest(Run run, int callers, int events, boolean numbered) throws SQLException {
        createTables(run);
        var writers = new ArrayBlockingQueue<Writer>(callers);
        for (int i = 0; i < callers; i++) {
            var connection = run.plain().getConnection();
            var rows = new ArrayList<RowTemplate>();
            for (int j = 0; j < events; j++) {
                rows.add(RowTemplate.of(connection, "plain.event",
                        "eventstore.event order by global_index desc offset " + (events - 1 - j)));
            }
            writers.add(new Writer(connection, rows, numbered));
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

        Writer(Connection connection, List<RowTemplate> events, boolean numbered) throws SQLException {
            this.connection = connection;
            this.events = events;
            for (var event : events) {
                inserts.add(event.prepare(connection, POSITION));
            }
            if (numbered) {
                others.add(RowTemplate.of(connection, "plain.document_number", "command.document_number"));
            }
            others.add(RowTemplate.of(connection, "plain.idempotency",
                    "command.idempotency order by created_at desc"));
            for (var other : others) {
                otherInserts.add(other.prepare(connection, NONE));
            }
            connection.setAutoCommit(false);
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
                others.get(i).fill(otherInserts.get(i), NONE, Map.of("number", id, "key", id));
                otherInserts.get(i).executeUpdate();
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
