package io.receivables.bench.figure;

import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.CpuTime;
import io.receivables.bench.run.Http;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Commands in bulk: half of them issue an invoice (one event), half receive a payment that settles it (three events). The
 * reference copies the very events that came out into a table with the same indexes.
 */
final class Batches implements Figure {

    private static final Duration LEAST_REST = Duration.ofMillis(20);
    private static final Duration MOST_REST = Duration.ofSeconds(1);
    /** Commands for each call of the effort: a job lasts some seconds, so that what it costs to begin and end one hardly counts. */
    private static final int ROUND = 16;
    /** Commands for each call of the warm-up: in the first minute of bulk, compilers take a third of two processors. */
    private static final int WARM_UP = 20;

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        var http = run.service().http();
        int commands = run.effort().calls() * ROUND;
        if (!http.isServed("/v1/batches")) {
            report.note("this build takes no batches");
            return;
        }
        var ledger = new Ledger(run.service(), run.jdbc());
        for (int sent = 0; sent < run.effort().warmUp() * WARM_UP; sent += commands) {
            submit(run, http, commands);
        }
        PlainInserts.createTables(run);
        report.add("POST /v1/batches, " + commands + " commands", Unit.EVENTS_PER_SECOND,
                compared(run, ledger, http, commands));
        ledger.settle();
        var cpu = CpuTime.start(run.jdbc());
        submit(run, http, commands);
        ledger.awaitHead();
        report.note("batch, until the books have it: " + cpu.stop().perOne(commands * 2L, "an event"));
        ledger.stop();
        report.add("POST /v1/batches, " + commands + " commands, the books kept elsewhere", Unit.EVENTS_PER_SECOND,
                compared(run, ledger, http, commands));
        var commandsAlone = CpuTime.start(run.jdbc());
        submit(run, http, commands);
        report.note("batch, commands alone: " + commandsAlone.stop().perOne(commands * 2L, "an event"));
        ledger.start();
        ledger.awaitHead();
    }

    private static Comparison compared(Run run, Ledger ledger, Http http, int commands) throws Exception {
        return Comparison.interleaved(run.effort().rounds(), ledger.settled(() -> submit(run, http, commands)),
                ledger.settled(() -> copy(run, commands * 2L)));
    }

    /** From the request to the last outcome, in events a second. */
    private static double submit(Run run, Http http, int commands) throws IOException {
        var file = lines(run, commands);
        long head = head(run);
        long began = System.nanoTime();
        var id = http.post("/v1/batches", BodyPublishers.ofFile(file), "application/x-ndjson").path("jobId").asString();
        JsonNode job = http.get("/v1/jobs/" + id);
        while (!job.path("state").asString().equals("DONE")) {
            LockSupport.parkNanos(Math.max(LEAST_REST.toNanos(), restOf(job, System.nanoTime() - began) / 2));
            job = http.get("/v1/jobs/" + id);
        }
        long nanos = System.nanoTime() - began;
        if (job.path("succeeded").asInt() != commands) {
            throw new IOException("not every line succeeded: " + job);
        }
        return (head(run) - head) * 1e9 / nanos;
    }

    /**
     * How long the rest of the lines takes at the pace so far. Who looks again after half of that asks a dozen times; asking
     * twenty times a second took a twentieth of the processors.
     */
    private static long restOf(JsonNode job, long nanos) {
        int done = job.path("done").asInt();
        return done == 0 ? 0 : Math.min(MOST_REST.toNanos(), nanos / done * (job.path("lines").asInt() - done));
    }

    private static Path lines(Run run, int commands) throws IOException {
        var lines = new ArrayList<String>(commands);
        for (int i = 0; i < commands / 2; i++) {
            var invoice = Bodies.nextId("N");
            var payment = Bodies.nextId("M");
            var body = Bodies.invoice(run, invoice);
            lines.add("{\"key\":\"%s\",\"command\":\"IssueInvoice\",\"body\":%s}".formatted(invoice, body));
            lines.add("{\"key\":\"%s\",\"command\":\"ReceivePayment\",\"body\":%s}".formatted(payment,
                    Bodies.settlement(run, payment, invoice)));
        }
        return Files.write(run.folder().resolve("batch.ndjson"), lines);
    }

    private static double copy(Run run, long events) throws IOException {
        var file = run.folder().toAbsolutePath().resolve("events.copy");
        var jdbc = run.jdbc();
        jdbc.sql("truncate plain.event").update();
        jdbc.sql("copy (select * from eventstore.event order by global_index desc limit %d) to '%s' (format binary)"
                .formatted(events, file)).update();
        long began = System.nanoTime();
        jdbc.sql("copy plain.event from '%s' (format binary)".formatted(file)).update();
        double rate = events * 1e9 / (System.nanoTime() - began);
        Files.delete(file);
        return rate;
    }

    private static long head(Run run) {
        return run.jdbc().sql("select last_value from eventstore.event_global_index").query(Long.class).single();
    }
}
