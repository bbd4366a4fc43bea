package io.receivables.bench;

import io.receivables.bench.book.Book.Shape;
import io.receivables.bench.run.Effort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures this build and prints the table. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false, description = "Measures this build. Every figure is a ratio to a reference of the same run.")
public final class Bench implements Callable<Integer> {

    @Option(names = "--size", paramLabel = "<invoices>", defaultValue = "100000", description = "Invoices of the book (default: ${DEFAULT-VALUE}); about 4.6 events each.")
    private int size;
    @Option(names = "--only", split = ",", paramLabel = "<name>", description = "Only these figures: aged, read, lag, issue, allocate, rest, batch. The book is always generated and read.")
    private @Nullable List<String> only;
    @Option(names = "--rounds", defaultValue = "5", description = "Rounds of each figure (default: ${DEFAULT-VALUE}).")
    private int rounds;
    @Option(names = "--calls", defaultValue = "5000", description = "Calls of a round (default: ${DEFAULT-VALUE}).")
    private int calls;
    @Option(names = "--warm-up", defaultValue = "20000", description = "Calls before the first round (default: ${DEFAULT-VALUE}).")
    private int warmUp;
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
        var measurement = new Measurement(new Shape(size, 36, seed), new Effort(warmUp, rounds, calls), folder, jfr);
        var report = measurement.run(only == null ? List.of() : only);
        var file = folder.resolve("figures-" + size + ".md");
        report.write(file, size + " invoices");
        System.out.println("written to " + file);
        return 0;
    }
}
