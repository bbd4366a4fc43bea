package io.receivables.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Two runs that differ in the length of the history alone: which figures depend on it. */
public final class Growth {

    private static final String HEAD = """
            | figure | ratio, %1$s | ratio, %2$s | product slower by | reference slower by |
            |---|---|---|---|---|
            """;

    private Growth() {}

    /** @param smaller the results of the run with the shorter history, as {@link Report} wrote them */
    public static String table(String smallerName, Path smaller, String largerName, Path larger) throws IOException {
        var before = read(smaller);
        var text = new StringBuilder(HEAD.formatted(smallerName, largerName));
        for (var after : read(larger).values()) {
            var first = before.get(after.figure());
            if (first != null) {
                text.append(String.format(Locale.ROOT, "| %s | %.2f | %.2f | x %.1f | x %.1f |%n", after.figure(),
                        first.ratio(), after.ratio(), slower(first.product(), after.product(), after.moreIsBetter()),
                        slower(first.reference(), after.reference(), after.moreIsBetter())));
            }
        }
        return text.toString();
    }

    private static double slower(double before, double after, boolean moreIsBetter) {
        return moreIsBetter ? before / after : after / before;
    }

    private static Map<String, Result> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .map(Result::of)
                .collect(Collectors.toMap(Result::figure, result -> result, (first, _) -> first, LinkedHashMap::new));
    }
}
