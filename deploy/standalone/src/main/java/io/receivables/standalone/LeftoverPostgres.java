package io.receivables.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the database processes that a killed instance left behind. The server outlives a kill of the JVM, and its workers
 * may outlive the server for a moment; a new server refuses to start beside them. They are known by their program file,
 * which lies in the data folder, so nothing else on the machine can be meant.
 */
final class LeftoverPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private LeftoverPostgres() {}

    /** To be called by the holder of the folder's lock: only then is a running server a leftover. */
    static void end(Path binaries) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var left = processes(binaries);
        if (!left.isEmpty()) {
            LOG.warn("ending {} database processes of an instance that was killed", left.size());
        }
        while (!left.isEmpty()) {
            // An orderly end: the server sees that its clients are gone, writes its last pages and stops.
            left.stream().filter(process -> parentIsElsewhere(process, binaries)).forEach(ProcessHandle::destroy);
            if (System.nanoTime() > deadline) {
                throw new StartRefused("database processes of a killed instance do not end: "
                        + left.stream().map(ProcessHandle::pid).toList(), "End them by hand and start again.");
            }
            pause();
            left = processes(binaries);
        }
    }

    private static List<ProcessHandle> processes(Path binaries) {
        return ProcessHandle.allProcesses().filter(process -> runsFrom(process, binaries)).toList();
    }

    private static boolean parentIsElsewhere(ProcessHandle process, Path binaries) {
        return process.parent().filter(parent -> runsFrom(parent, binaries)).isEmpty();
    }

    private static boolean runsFrom(ProcessHandle process, Path binaries) {
        return process.info().command().filter(command -> Path.of(command).startsWith(binaries)).isPresent();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while old database processes end", interrupted);
        }
    }
}
