package io.receivables.bench.figure;

import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.Http;
import io.receivables.bench.run.JavaProcess;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import io.receivables.bench.run.Samples;
import io.receivables.query.QuerySideApplication;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/**
 * How long after its reply a command is visible in the books, one command at a time on a service at rest. Visible is what
 * another connection selects. The reference: a row is inserted, the commit notifies, and the listener selects it.
 */
final class Lag implements Figure {

    private static final Duration REST = Duration.ofMillis(20);

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        int samples = Math.clamp(run.effort().calls() / 10, 20, 300);
        var ledger = new Ledger(run.service(), run.jdbc());
        ledger.awaitHead();
        var reference = notified(run, samples);
        add(report, "same process", product(run, samples), reference);
        ledger.stop();
        var arguments = run.service()
                .settings()
                .entrySet()
                .stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
        try (var _ = JavaProcess.start(run.folder().resolve("query-side.log"), QuerySideApplication.class,
                List.of("-Xmx512m", "-Daxoniq.update-checker.disabled=true"), arguments)) {
            issue(run.service().http(), run);
            ledger.awaitHead();
            add(report, "a second process", product(run, samples), reference);
        } finally {
            ledger.start();
        }
    }

    private static void add(Report report, String where, double[] product, double[] reference) {
        for (double share : new double[]{0.5, 0.95}) {
            report.add("reply to visible, " + where + ", p" + Math.round(share * 100), Unit.MILLISECONDS,
                    Comparison.of(Samples.quantile(product, share), Samples.quantile(reference, share)));
        }
    }

    /** Milliseconds, in rising order. */
    private static double[] product(Run run, int samples) throws SQLException {
        var http = run.service().http();
        var lags = new double[samples];
        try (var connection = run.plain().getConnection();
                var find = connection.prepareStatement("select 1 from ledger.fact where position = ?")) {
            for (int i = -samples / 4; i < samples; i++) {
                long position = issue(http, run);
                long replied = System.nanoTime();
                awaitRow(find, position);
                if (i >= 0) {
                    lags[i] = (System.nanoTime() - replied) / 1e6;
                }
                LockSupport.parkNanos(REST.toNanos());
            }
        }
        Arrays.sort(lags);
        return lags;
    }

    private static long issue(Http http, Run run) {
        return http.post("/v1/invoices", Bodies.invoice(run, Bodies.nextId("L"))).path("position").asLong();
    }

    private static double[] notified(Run run, int samples) throws SQLException {
        PlainInserts.createTables(run);
        var lags = new double[samples];
        try (var writer = run.plain().getConnection();
                var listener = run.plain().getConnection();
                var listen = listener.createStatement();
                var find = listener.prepareStatement("select 1 from plain.event where global_index = ?")) {
            var event = RowTemplate.of(writer, "plain.event", "eventstore.event order by global_index desc");
            listen.execute("listen plain_event");
            for (int i = -samples / 4; i < samples; i++) {
                lags[Math.max(0, i)] = new Notified(writer, listener, find).lag(event, -1L - (i + samples));
                LockSupport.parkNanos(REST.toNanos());
            }
            listen.execute("unlisten *");
        }
        Arrays.sort(lags);
        return lags;
    }

    private static void awaitRow(PreparedStatement find, long position) throws SQLException {
        find.setLong(1, position);
        while (true) {
            try (var row = find.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
    }

    /** One sample of the reference. */
    private record Notified(Connection writer, Connection listener, PreparedStatement find) {

        /** Milliseconds from the commit to the selected row. */
        double lag(RowTemplate event, long position) throws SQLException {
            var thread = new FutureTask<>(() -> {
                var notifications = listener.unwrap(PGConnection.class);
                while (notifications.getNotifications(1_000).length == 0) {
                    continue;
                }
                awaitRow(find, position);
                return System.nanoTime();
            });
            Thread.ofPlatform().start(thread);
            LockSupport.parkNanos(REST.toNanos());
            var key = UUID.randomUUID().toString();
            var keys = Map.of("global_index", position, "event_identifier", key, "aggregate_identifier", key);
            writer.setAutoCommit(false);
            try (var insert = event.prepare(writer, Map.of()); var notify = writer.createStatement()) {
                event.fill(insert, Map.of(), keys);
                insert.executeUpdate();
                notify.execute("notify plain_event");
                writer.commit();
                long committed = System.nanoTime();
                return Math.max(0.001, (thread.get() - committed) / 1e6);
            } catch (InterruptedException | ExecutionException failure) {
                throw new IllegalStateException("nothing was notified", failure);
            } finally {
                writer.setAutoCommit(true);
            }
        }
    }
}
