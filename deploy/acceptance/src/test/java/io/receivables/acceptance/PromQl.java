package io.receivables.acceptance;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names in an expression of Prometheus' query language.
 *
 * @param metrics of the metrics that it reads
 * @param labels that it selects or groups by
 */
record PromQl(Set<String> metrics, Set<String> labels) {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_]\\w*");
    private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()");
    private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset");
    /** Functions and aggregations that stand before their grouping. */
    private static final Set<String> AGGREGATIONS = Set.of("sum", "max", "min", "avg", "count");

    static PromQl of(String expression) {
        var labels = new TreeSet<String>();
        var rest = TEXT.matcher(expression).replaceAll("");
        for (var part : new Pattern[]{SELECTOR, GROUPING}) {
            part.matcher(rest)
                    .results()
                    .forEach(found -> LABEL.matcher(found.group(1))
                            .results()
                            .forEach(label -> labels.add(label.group())));
            rest = part.matcher(rest).replaceAll(" ");
        }
        var metrics = new TreeSet<String>();
        METRIC.matcher(RANGE.matcher(rest).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .filter(name -> !KEYWORDS.contains(name) && !AGGREGATIONS.contains(name))
                .forEach(metrics::add);
        return new PromQl(metrics, labels);
    }
}
