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

    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public void add(String figure, Unit unit, Comparison measured) {
        line("| %s | **%s** [%s-%s] | %s | %s %s | %s %s | %d |".formatted(figure, ratio(measured.ratio().median()),
                ratio(measured.ratio().least()), ratio(measured.ratio().most()),
                unit.moreIsBetter ? "higher" : "lower", number(measured.product().median()), unit.word,
                number(measured.reference().median()), unit.word, measured.ratio().count()));
    }

    /** A figure that has no reference. */
    public void alone(String figure, Unit unit, Samples measured) {
        line("| %s | - | %s | %s %s | - | %d |".formatted(figure, unit.moreIsBetter ? "higher" : "lower",
                number(measured.median()), unit.word, measured.count()));
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

    public List<String> lines() {
        return List.copyOf(lines);
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

    public void write(Path file, String title) throws IOException {
        Files.writeString(file, markdown(title));
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%,.2f" : value < 100 ? "%,.1f" : "%,.0f", value);
    }
}
