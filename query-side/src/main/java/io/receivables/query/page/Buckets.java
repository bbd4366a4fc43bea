package io.receivables.query.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of the aged balance, "not due" before them all.
 *
 * @param labels empty for "not due", then such as 1–30 and > 90
 */
record Buckets(List<Integer> edges, List<String> labels) {

    /** What a claim's age comes to. */
    record Bucket(String label, String shade) {}

    static Buckets of(List<Integer> edges) {
        var labels = new ArrayList<>(List.of("", "1\u2013" + edges.getFirst()));
        for (int i = 1; i < edges.size(); i++) {
            labels.add((edges.get(i - 1) + 1) + "\u2013" + edges.get(i));
        }
        labels.add(">\u202f" + edges.getLast());
        return new Buckets(edges, List.copyOf(labels));
    }

    Bucket of(long days) {
        int index = days <= 0 ? 0 : 1 + (int) edges.stream().filter(edge -> edge < days).count();
        return new Bucket(labels.get(index), Shares.shade(index, labels.size()));
    }
}
