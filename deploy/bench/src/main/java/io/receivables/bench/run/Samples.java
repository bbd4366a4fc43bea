package io.receivables.bench.run;

import java.util.Arrays;
import java.util.Collection;

/** What was measured several times. */
public record Samples(double median, double least, double most, int count) {

    public static Samples of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public static Samples of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Samples(quantile(sorted, 0.5), sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /** @param sorted in rising order */
    public static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
    }
}
