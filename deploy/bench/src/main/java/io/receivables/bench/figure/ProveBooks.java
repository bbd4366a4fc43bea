package io.receivables.bench.figure;

import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.CpuTime;
import io.receivables.bench.run.Http;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * The history is read a second time and compared with every row of the books. The reference selects the same rows through
 * cursors and looks at none of them.
 */
final class ProveBooks implements Figure {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int FETCH_SIZE = 2_000;

    @Override
    public String name() {
        return "proof";
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        new Ledger(run.service(), run.jdbc()).awaitHead();
        long events = run.jdbc().sql("select count(*) from eventstore.event").query(Long.class).single();
        prove(run.service().http(), events);
        report.add("prove the books by a second reading", Unit.EVENTS_PER_SECOND, Comparison.interleaved(
                run.effort().rounds(), () -> prove(run.service().http(), events), () -> select(run, events)));
        var cpu = CpuTime.start(run.jdbc());
        prove(run.service().http(), events);
        report.note("proof: " + cpu.stop().perOne(events, "an event"));
    }

    private static double prove(Http http, long events) {
        long began = System.nanoTime();
        var id = http.post("/v1/audit/proofs", "{}").path("proofId").asString();
        var job = http.get("/v1/audit/proofs/" + id);
        while (job.path("state").asString().equals("RUNNING")) {
            LockSupport.parkNanos(LOOK.toNanos());
            job = http.get("/v1/audit/proofs/" + id);
        }
        double rate = events * 1e9 / (System.nanoTime() - began);
        if (!job.at("/result/proved").asBoolean()) {
            throw new IllegalStateException("the books are not proved: " + job);
        }
        // The lock goes a moment after the end was written.
        LockSupport.parkNanos(10 * LOOK.toNanos());
        return rate;
    }

    private static double select(Run run, long events) throws SQLException {
        var tables = new ArrayList<>(run.jdbc()
                .sql("""
                        select 'ledger.' || tablename from pg_tables where schemaname = 'ledger'
                           and tablename not in ('token_entry', 'parked_fact', 'flyway_schema_history')""")
                .query((row, _) -> row.getString(1))
                .list());
        tables.add("eventstore.event");
        long began = System.nanoTime();
        long rows = 0;
        try (var connection = run.plain().getConnection()) {
            connection.setAutoCommit(false); // else the driver fetches everything at once
            for (var table : tables) {
                try (var statement = connection.createStatement()) {
                    statement.setFetchSize(FETCH_SIZE);
                    try (var row = statement.executeQuery("select * from " + table)) {
                        while (row.next()) {
                            rows += row.getBytes(1).length > 0 ? 1 : 0;
                        }
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        if (rows < 2 * events) {
            throw new IllegalStateException(rows + " rows are fewer than two for each event");
        }
        return events * 1e9 / (System.nanoTime() - began);
    }
}
