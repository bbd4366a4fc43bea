package io.receivables.bench;

import io.receivables.bench.book.Book.Shape;
import io.receivables.bench.run.Effort;

import io.receivables.bench.run.Growth;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures this build and prints the table. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false, description = "Measures this build. Every figure is a ratio to a reference of the same run.")
public final class Bench implements Callable<Integer> {

    @Option(names = "--size", split = ",", paramLabel = "<invoices>", defaultValue = "100000", description = "Invoices of the book (default: ${DEFAULT-VALUE}); about 4.6 events each. Two sizes: what grows with the history.")
    private List<Integer> sizes = List.of();
    @Option(names = "--months", defaultValue = "36", description = "Months over which they were issued (default: ${DEFAULT-VALUE}); of few months, most are open.")
    private int months;
    @Option(names = "--only", split = ",", paramLabel = "<name>", description = "Only these figures: rebuild, aged, kpis, queues, journals, replay, diff, explain, hindsight, read, lag, issue, allocate, rest, batch. The book is always read.")
    private @Nullable List<String> only;
    @Option(names = "--rounds", defaultValue = "5", description = "Rounds of each figure (default: ${DEFAULT-VALUE}).")
    private int rounds;
    @Option(names = "--calls", defaultValue = "5000", description = "Calls of a round (default: ${DEFAULT-VALUE}).")
    private int calls;
    @Option(names = "--warm-up", defaultValue = "20000", description = "Calls before the first round (default: ${DEFAULT-VALUE}).")
    private int warmUp;
    @Option(names = "--book", paramLabel = "<folder>", description = "Keep the database in this folder, and use the book that is in it already: of one size; figures that send commands change it.")
    private @Nullable Path book;
    @Option(names = "--jfr", description = "Record each figure with the flight recorder and print its hot methods.")
    private boolean jfr;
    @Option(names = "--seed", defaultValue = "1", description = "Of the book (default: ${DEFAULT-VALUE}).")
    private long seed;
    @Option(names = "--out", paramLabel = "<folder>", defaultValue = "deploy/bench/target/bench", description = "Table, logs and recordings go there (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of(".");

    static void main(String... arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var folder = Files.createDirectories(out).toAbsolutePath();
        if (sizes.size() == 1) {
            measure(sizes.getFirst(), folder);
            return 0;
        }
        for (int size : sizes) {
            inProcessOfItsOwn(size, folder);
        }
        int least = Collections.min(sizes);
        int most = Collections.max(sizes);
        var table = Growth.table(least + " invoices", folder.resolve(name(least) + ".tsv"), most + " invoices",
                folder.resolve(name(most) + ".tsv"));
        System.out.println(table);
        Files.writeString(folder.resolve("growth.md"), table);
        return 0;
    }

    private void measure(int size, Path folder) throws Exception {
        var kept = book == null ? null : Files.createDirectories(book).toAbsolutePath();
        var measurement = new Measurement(new Shape(size, months, seed), new Effort(warmUp, rounds, calls), folder,
                kept,
                jfr);
        measurement.run(only == null ? List.of() : only).write(folder, name(size), size + " invoices");
        System.out.println("written to " + folder.resolve(name(size) + ".md"));
    }

    /** A JVM that has measured one size is warmer, and its heap fuller, than one that has not. */
    private void inProcessOfItsOwn(int size, Path folder) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName()));
        command.addAll(List.of("--size", String.valueOf(size), "--months", String.valueOf(months), "--rounds",
                String.valueOf(rounds), "--calls",
                String.valueOf(calls), "--warm-up", String.valueOf(warmUp), "--seed", String.valueOf(seed), "--out",
                folder.toString()));
        if (only != null) {
            command.addAll(List.of("--only", String.join(",", only)));
        }
        if (jfr) {
            command.add("--jfr");
        }
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("the run with " + size + " invoices ended with " + status);
        }
    }

    private static String name(int size) {
        return "figures-" + size;
    }
}
