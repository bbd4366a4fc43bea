package io.receivables.bench.figure;

import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.postgresql.PGStatement;

/** Reading the history in order, beside a plain select of the same rows through a cursor. */
final class ReadHistory implements Figure {

    private static final long MOST = 400_000;
    private static final int FETCH_SIZE = 2_000;
    private static final int BINARY_AT_ONCE = -1;

    @Override
    public String name() {
        return "read";
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        var engine = run.service().bean(ReceivablesEventStorageEngine.class);
        long events = Math.min(MOST, run.book().events());
        // Everything is in the cache of the database, or nothing is: both sides read the same rows first.
        select(run, events);
        read(engine, events, true);
        report.add("read events, raw", Unit.EVENTS_PER_SECOND, Comparison.interleaved(run.effort().rounds(),
                () -> read(engine, events, false), () -> select(run, events)));
        report.add("read events, decoded", Unit.EVENTS_PER_SECOND, Comparison.interleaved(run.effort().rounds(),
                () -> read(engine, events, true), () -> select(run, events)));
    }

    private static double read(ReceivablesEventStorageEngine engine, long events, boolean decode) {
        var decoded = new LongAdder();
        long began = System.nanoTime();
        try (var stream = engine.readEvents(new GlobalSequenceTrackingToken(0), false)) {
            stream.limit(events).forEach(event -> {
                if (decode) {
                    decoded.add(event.getPayload() == null || event.getMetaData().isEmpty() ? 0 : 1);
                } else {
                    decoded.increment();
                }
            });
        }
        long nanos = System.nanoTime() - began;
        require(events, decoded.sum());
        return events * 1e9 / nanos;
    }

    private static double select(Run run, long events) throws SQLException {
        long rows = 0;
        long bytes = 0;
        long began = System.nanoTime();
        try (var connection = run.plain().getConnection()) {
            connection.setAutoCommit(false); // else the driver fetches everything at once
            try (var statement = connection.prepareStatement("""
                    select global_index, event_identifier, aggregate_identifier, sequence_number, type, payload_type,
                           payload_revision, payload, metadata, time_stamp
                      from eventstore.event where global_index <= ? order by global_index""")) {
                statement.setLong(1, events);
                statement.setFetchSize(FETCH_SIZE);
                // Else the driver asks for text, and so for hexadecimal payloads, until the fifth execution.
                statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        rows++;
                        bytes += row.getBytes("payload").length + row.getBytes("metadata").length;
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        long nanos = System.nanoTime() - began;
        require(events, rows);
        if (bytes == 0) {
            throw new IllegalStateException("events without content");
        }
        return rows * 1e9 / nanos;
    }

    private static void require(long wanted, long read) {
        if (wanted != read) {
            throw new IllegalStateException("read " + read + " events, not " + wanted);
        }
    }
}
