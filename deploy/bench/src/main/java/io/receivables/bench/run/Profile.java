package io.receivables.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records one figure: with the flight recorder of the JVM, and with the statistics that PostgreSQL keeps of statements. */
public final class Profile implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final int SHOWN = 12;
    /** They are on every stack and tell nothing. */
    private static final List<String> EVERYWHERE = List.of("java.", "jdk.", "picocli.", "io.receivables.bench.",
            "org.axonframework.tracing.");

    private final Recording recording = new Recording();
    private final Path file;
    private final JdbcClient jdbc;

    public Profile(Path file, JdbcClient jdbc) {
        this.file = file;
        this.jdbc = jdbc;
        jdbc.sql("select pg_stat_statements_reset()").query().singleRow();
        recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
        recording.enable("jdk.NativeMethodSample").withPeriod(PERIOD);
        recording.enable("jdk.GarbageCollection");
        recording.start();
    }

    /** Ends the recording and prints the hot methods, and the packages under which most of the time was spent. */
    public void print() throws IOException {
        recording.stop();
        recording.dump(file);
        var methods = new HashMap<String, Integer>();
        var areas = new HashMap<String, Integer>();
        var collections = Duration.ZERO;
        int samples = 0;
        for (var event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals("jdk.GarbageCollection")) {
                collections = collections.plus(event.getDuration("sumOfPauses"));
            } else if (event.getStackTrace() != null && !waits(event)) {
                samples++;
                count(event.getStackTrace().getFrames(), methods, areas);
            }
        }
        System.out.printf("  %d samples in %s, collections paused %d ms%n", samples, file, collections.toMillis());
        print("hot methods", methods, samples);
        print("under", areas, samples);
        printStatements();
    }

    /** What PostgreSQL was asked, and how long it took, waiting included. */
    private void printStatements() {
        System.out.println("  statements:");
        jdbc.sql("""
                select round(total_exec_time)::bigint, calls, rows, regexp_replace(query, '\\s+', ' ', 'g')
                  from pg_stat_statements order by 1 desc limit ?""")
                .param(SHOWN)
                .query((row, _) -> "    %,d ms, %,d calls, %,d rows: %.140s".formatted(row.getLong(1), row.getLong(2),
                        row.getLong(3), row.getString(4)))
                .list()
                .forEach(System.out::println);
    }

    private static void count(List<RecordedFrame> frames, Map<String, Integer> methods, Map<String, Integer> areas) {
        if (frames.isEmpty()) {
            return;
        }
        methods.merge(name(frames.getFirst()), 1, Integer::sum);
        var seen = new HashSet<String>();
        for (var frame : frames) {
            var type = frame.getMethod().getType().getName();
            if (EVERYWHERE.stream().noneMatch(type::startsWith)) {
                seen.add(area(type));
            }
        }
        seen.forEach(area -> areas.merge(area, 1, Integer::sum));
    }

    /** Two levels of the package tell which library it is, four which part of the product. */
    private static String area(String type) {
        var parts = type.split("\\.");
        int levels = Math.min(parts.length - 1, type.startsWith("io.receivables") ? 4 : 3);
        return String.join(".", List.of(parts).subList(0, Math.max(1, levels)));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    /** A thread in a native wait is not at work. */
    private static boolean waits(RecordedEvent event) {
        if (!event.getEventType().getName().equals("jdk.NativeMethodSample")) {
            return false;
        }
        var frames = event.getStackTrace().getFrames();
        var top = frames.isEmpty() ? "" : name(frames.getFirst());
        return top.contains("poll") || top.contains("Poll") || top.contains("epoll") || top.contains("accept")
                || top.contains("park") || top.contains("wait") || top.contains("read0") || top.contains("Selector")
                || top.endsWith("FileInputStream.readBytes"); // the pipe of another process
    }

    private static void print(String title, Map<String, Integer> counted, int samples) {
        System.out.println("  " + title + ":");
        counted.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(entry -> System.out.printf("    %4.1f %%  %s%n", 100.0 * entry.getValue() / samples,
                        entry.getKey()));
    }

    @Override
    public void close() {
        recording.close();
    }
}
