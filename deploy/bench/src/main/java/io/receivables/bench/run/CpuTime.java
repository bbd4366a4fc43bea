package io.receivables.bench.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Time on the processors, of this JVM and of PostgreSQL. It hardly changes when others use the machine, so it tells what a
 * figure costs where its rate does not. PostgreSQL's is known on Linux alone, if it runs on this machine.
 */
public final class CpuTime {

    private static final Path PROCESSES = Path.of("/proc");
    /** Of {@code /proc}, whatever the kernel counts in. */
    private static final double TICKS_PER_SECOND = 100;
    private static final int PARENT = 1;
    private static final int FIRST_TIME = 11;

    private final long postmaster;
    private final double jvmBefore;
    private final double databaseBefore;
    private double jvm;
    private double database;

    private CpuTime(long postmaster) {
        this.postmaster = postmaster;
        this.jvmBefore = ofJvm();
        this.databaseBefore = ofDatabase();
    }

    /** Begins to count. */
    public static CpuTime start(JdbcClient jdbc) {
        return new CpuTime(Long.parseLong(jdbc
                .sql("select (regexp_split_to_array(pg_read_file('postmaster.pid'), '\\n'))[1]")
                .query(String.class)
                .single()));
    }

    public CpuTime stop() {
        jvm = ofJvm() - jvmBefore;
        database = ofDatabase() - databaseBefore;
        return this;
    }

    /** Microseconds for each of so many things. */
    public String perOne(long count, String thing) {
        return String.format(Locale.ROOT, "%.0f us of processor time %s: %.0f in the JVM, %.0f in PostgreSQL",
                (jvm + database) * 1e6 / count, thing, jvm * 1e6 / count, database * 1e6 / count);
    }

    private static double ofJvm() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    /** The server with those of its processes that live, and those that have ended. */
    private double ofDatabase() {
        if (Files.notExists(PROCESSES.resolve("self"))) {
            return Double.NaN;
        }
        try (var processes = Files.list(PROCESSES)) {
            return processes.filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .mapToDouble(this::secondsOf)
                    .sum();
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }

    private double secondsOf(Path process) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            // The name in front may hold blanks.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean isServer = process.getFileName().toString().equals(String.valueOf(postmaster));
            if (!isServer && Long.parseLong(fields[PARENT]) != postmaster) {
                return 0;
            }
            return Stream.of(fields)
                    .skip(FIRST_TIME)
                    .limit(isServer ? 4 : 2)
                    .mapToDouble(Double::parseDouble)
                    .sum() / TICKS_PER_SECOND;
        } catch (IOException ended) {
            return 0;
        }
    }
}
