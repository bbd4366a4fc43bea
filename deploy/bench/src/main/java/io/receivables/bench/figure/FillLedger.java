package io.receivables.bench.figure;

import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.CpuTime;
import io.receivables.bench.run.Http;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The read side from nothing: by the live processor, then by a rebuild where this build has one. The reference copies the
 * rows that came out into tables like those that hold them, and then builds the same indexes.
 */
final class FillLedger implements Figure {

    private static final String REBUILD = "/v1/operations/projections/ledger/rebuild";
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Set<String> BROKEN = Set.of("FAILED", "INTERRUPTED");
    /** A longer history is read by the rebuild alone, where there is one: the live processor would take very long. */
    private static final long MOST_EVENTS_LIVE = 1_500_000;

    @Override
    public String name() {
        return "rebuild";
    }

    /** Also needed by the figures of the read side, so it is measured once and always. */
    @Override
    public void measure(Run run, Report report) throws Exception {
        long events = run.book().events();
        boolean rebuilds = run.service().http().isServed("/v1/operations/projections");
        var ledger = new Ledger(run.service(), run.jdbc());
        if (ledger.position() >= events) {
            report.note("the books were filled before: the live processor had nothing to read");
            ledger.start();
        } else if (events <= MOST_EVENTS_LIVE || !rebuilds) {
            var cpu = CpuTime.start(run.jdbc());
            long began = System.nanoTime();
            ledger.start();
            ledger.await(events);
            report.note("live processor: " + cpu.stop().perOne(events, "an event"));
            double live = events * 1e9 / (System.nanoTime() - began);
            run.jdbc().sql("vacuum (analyze)").update();
            report.add("fill the read side, live processor", Unit.EVENTS_PER_SECOND,
                    Comparison.of(live, copy(run, events)));
        } else {
            rebuild(run.service().http(), events);
            ledger.start();
        }
        if (rebuilds) {
            report.add("rebuild the read side", Unit.EVENTS_PER_SECOND, Comparison.interleaved(
                    Math.min(3, run.effort().rounds()), () -> {
                        var cpu = CpuTime.start(run.jdbc());
                        double rate = rebuild(run.service().http(), events);
                        report.note("rebuild: " + cpu.stop().perOne(events, "an event"));
                        return rate;
                    }, () -> copy(run, events)));
        } else {
            report.note("this build has no rebuild of projections");
        }
    }

    static double rebuild(Http http, long events) {
        long began = System.nanoTime();
        var id = http.post(REBUILD, "{}").path("rebuildId").asString();
        while (true) {
            var state = http.get("/v1/operations/rebuilds/" + id).path("state").asString();
            if (state.equals("DONE")) {
                return events * 1e9 / (System.nanoTime() - began);
            }
            if (BROKEN.contains(state)) {
                throw new IllegalStateException("the rebuild ended as " + state);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Server-side files spare the client: what is timed is the copy in, and the indexes. */
    private static double copy(Run run, long events) throws IOException {
        var jdbc = run.jdbc();
        var tables = jdbc.sql("select tablename from pg_tables where schemaname = 'ledger' order by tablename")
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(table -> !table.contains("flyway") && !table.equals("token_entry"))
                .toList();
        jdbc.sql("drop schema if exists plain_ledger cascade").update();
        jdbc.sql("create schema plain_ledger").update();
        for (var table : tables) {
            jdbc.sql("create table plain_ledger.%1$s (like ledger.%1$s)".formatted(table)).update();
            jdbc.sql("copy ledger.%s to '%s' (format binary)".formatted(table, file(run, table))).update();
        }
        long began = System.nanoTime();
        for (var table : tables) {
            jdbc.sql("copy plain_ledger.%s from '%s' (format binary)".formatted(table, file(run, table))).update();
        }
        indexes(run, tables);
        double rate = events * 1e9 / (System.nanoTime() - began);
        jdbc.sql("drop schema plain_ledger cascade").update();
        for (var table : tables) {
            Files.delete(file(run, table));
        }
        return rate;
    }

    private static void indexes(Run run, List<String> tables) {
        var definitions = run.jdbc()
                .sql("select indexdef from pg_indexes where schemaname = 'ledger' and tablename in (:tables)")
                .param("tables", tables)
                .query((row, _) -> row.getString(1))
                .list();
        for (var definition : definitions) {
            run.jdbc().sql(definition.replace(" ON ledger.", " ON plain_ledger.")).update();
        }
    }

    private static Path file(Run run, String table) {
        return run.folder().toAbsolutePath().resolve(table + ".copy");
    }
}
