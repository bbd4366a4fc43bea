package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an application exports at one moment. */
record Scrape(List<Sample> samples) {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    record Sample(String metric, Map<String, String> labels, double value) {}

    static Scrape of(Api operator) {
        var samples = new ArrayList<Sample>();
        for (var line : operator.get("/actuator/prometheus").ok().body().lines().toList()) {
            var sample = LINE.matcher(line);
            if (!line.startsWith("#")) {
                assertThat(sample.matches()).as(line).isTrue();
                var labels = new TreeMap<String, String>();
                if (sample.group(2) != null) {
                    LABEL.matcher(sample.group(2)).results().forEach(it -> labels.put(it.group(1), it.group(2)));
                }
                samples.add(new Sample(sample.group(1), labels, value(sample.group(3))));
            }
        }
        return new Scrape(samples);
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    Scrape and(Scrape other) {
        var both = new ArrayList<>(samples);
        both.addAll(other.samples);
        return new Scrape(both);
    }

    Set<String> metrics() {
        return samples.stream().map(Sample::metric).collect(Collectors.toSet());
    }

    Set<String> labels(Set<String> metrics) {
        return samples.stream()
                .filter(sample -> metrics.contains(sample.metric()))
                .flatMap(sample -> sample.labels().keySet().stream())
                .collect(Collectors.toSet());
    }

    List<Sample> of(String metric) {
        return samples.stream().filter(sample -> sample.metric().equals(metric)).toList();
    }
}
