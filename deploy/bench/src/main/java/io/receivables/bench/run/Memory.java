package io.receivables.bench.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this JVM, which runs the service, took at most. */
public final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long MEBIBYTE = 1 << 20;

    private Memory() {}

    /** Peaks since the last reset of the heap; resident memory is known on Linux alone. */
    public static String peak() {
        long heap = ManagementFactory.getMemoryPoolMXBeans()
                .stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return "heap at most " + heap / MEBIBYTE + " MiB of " + Runtime.getRuntime().maxMemory() / MEBIBYTE
                + " MiB (sum of the pools' peaks), resident at most " + resident();
    }

    public static void forget() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static String resident() {
        if (Files.notExists(STATUS)) {
            return "unknown";
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MiB")
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
