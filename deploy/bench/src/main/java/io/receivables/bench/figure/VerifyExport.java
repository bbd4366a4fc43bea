package io.receivables.bench.figure;

import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.JavaProcess;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import io.receivables.query.QuerySideApplication;
import io.receivables.verifier.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The verifier, a process of its own, reads an export of all events and holds it against the checkpoints, from its start to
 * its word. The reference is one SHA-256 of the same file in this process.
 */
final class VerifyExport implements Figure {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PUBLIC_PART = "-----BEGIN PUBLIC KEY-----";

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        long events = run.jdbc().sql("select count(*) from eventstore.event").query(Long.class).single();
        var folder = Files.createTempDirectory(run.folder(), "seal").toAbsolutePath(); // of this store alone
        var checkpoints = folder.resolve("checkpoints");
        var secret = folder.resolve("seal.pem");
        seal(run, checkpoints, secret, events);
        var key = folder.resolve("trusted.pem");
        var pem = Files.readString(secret);
        Files.writeString(key, pem.substring(pem.indexOf(PUBLIC_PART)));
        var export = folder.resolve("events.ndjson");
        run.service().http().download("/v1/exports/events", export);
        report.add("verify an export of all events", Unit.EVENTS_PER_SECOND, Comparison.interleaved(
                run.effort().rounds(), () -> verify(run, export, checkpoints, key, events),
                () -> hash(export, events)));
        Files.delete(export);
    }

    /** By a query side of its own, so that no other figure is measured beside it. */
    private static void seal(Run run, Path checkpoints, Path secret, long events) throws IOException {
        var arguments = new ArrayList<String>();
        run.service().settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of("--server.port=0", "--receivables.seal.folder=" + checkpoints,
                "--receivables.seal.key=" + secret, "--receivables.seal.make-key=true"));
        var last = checkpoints.resolve("checkpoint-%015d.json".formatted(events));
        try (var _ = JavaProcess.start(run.folder().resolve("sealing.log"), QuerySideApplication.class,
                List.of("-Xmx512m", "-Daxoniq.update-checker.disabled=true"), arguments)) {
            long began = System.nanoTime();
            while (Files.notExists(last)) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IllegalStateException("the events are not sealed, see sealing.log");
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
    }

    private static double verify(Run run, Path export, Path checkpoints, Path key, long events) throws IOException {
        long began = System.nanoTime();
        try (var verifier = JavaProcess.start(run.folder().resolve("verifier.log"), Verifier.class,
                List.of("-Xmx256m"), List.of("history", "--export", export.toString(), "--checkpoints",
                        checkpoints.toString(), "--key", key.toString()))) {
            var word = new String(verifier.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            long nanos = System.nanoTime() - began;
            if (!word.endsWith("PROVED\n") || !word.contains(events + " events")) {
                throw new IllegalStateException("the verifier says: " + word);
            }
            return events * 1e9 / nanos;
        }
    }

    private static double hash(Path export, long events) throws IOException, NoSuchAlgorithmException {
        long began = System.nanoTime();
        var digest = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(export)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        if (digest.digest().length == 0) {
            throw new IllegalStateException("no hash");
        }
        return events * 1e9 / (System.nanoTime() - began);
    }
}
