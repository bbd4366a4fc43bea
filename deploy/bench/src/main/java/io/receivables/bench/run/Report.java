package io.receivables.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of figures, as it grows. */
public final class Report {

    /** What a number counts, and in which direction it is better. */
    public enum Unit {
        COMMANDS_PER_SECOND("commands/s", true),
        REQUESTS_PER_SECOND("requests/s", true),
        EVENTS_PER_SECOND("events/s", true),
        ROWS_PER_SECOND("rows/s", true),
        MILLISECONDS("ms", false);

        private final String word;
        private final boolean moreIsBetter;

        Unit(String word, boolean moreIsBetter) {
            this.word = word;
            this.moreIsBetter = moreIsBetter;
        }
    }

    private static final String HEAD = """
            | figure | ratio to the reference | better | product | reference | rounds |
            |---|---|---|---|---|---|
            """;

    private final List<Result> results = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public void add(String figure, Unit unit, Comparison measured) {
        results.add(new Result(figure, measured.product().median(), measured.reference().median(), unit.moreIsBetter));
        line("| %s | **%s** [%s-%s] | %s | %s %s | %s %s | %d |".formatted(figure, ratio(measured.ratio().median()),
                ratio(measured.ratio().least()), ratio(measured.ratio().most()),
                unit.moreIsBetter ? "higher" : "lower", number(measured.product().median()), unit.word,
                number(measured.reference().median()), unit.word, measured.ratio().count()));
    }

    /** Something to read beside the table. */
    public void note(String text) {
        notes.add(text);
        System.out.println("  " + text);
    }

    private void line(String line) {
        lines.add(line);
        System.out.println(line);
    }

    public List<Result> results() {
        return List.copyOf(results);
    }

    public String markdown(String title) {
        var text = new StringBuilder("### ").append(title).append("\n\n").append(HEAD);
        lines.forEach(line -> text.append(line).append('\n'));
        if (!notes.isEmpty()) {
            text.append('\n');
            notes.forEach(note -> text.append("- ").append(note).append('\n'));
        }
        return text.toString();
    }

    /** The table to be pasted, and beside it the results for a comparison with another run. */
    public void write(Path folder, String name, String title) throws IOException {
        Files.writeString(folder.resolve(name + ".md"), markdown(title));
        Files.write(folder.resolve(name + ".tsv"), results.stream().map(Result::line).toList());
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%,.2f" : value < 100 ? "%,.1f" : "%,.0f", value);
    }
}
