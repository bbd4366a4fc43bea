package io.receivables.query.agedbalance;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where the buckets end: bucket i holds days past due in (edge i-1, edge i], the last one all above. */
public record Edges(List<Integer> days) {

    static final Edges USUAL = new Edges(List.of(30, 60, 90));
    private static final int MAX_EDGES = 12;

    static Edges parse(String edges) {
        var days = new ArrayList<Integer>();
        for (var edge : edges.split(",", -1)) {
            if (!edge.matches("[1-9][0-9]{0,4}") || !days.isEmpty() && Integer.parseInt(edge) <= days.getLast()) {
                throw invalid(edges);
            }
            days.add(Integer.valueOf(edge));
        }
        if (days.size() > MAX_EDGES) {
            throw invalid(edges);
        }
        return new Edges(List.copyOf(days));
    }

    /** Buckets beside "not due". */
    int buckets() {
        return days.size() + 1;
    }

    /** The first day of each bucket. */
    List<Integer> lowerBounds() {
        return IntStream.range(0, buckets()).mapToObj(i -> i == 0 ? 1 : days.get(i - 1) + 1).toList();
    }

    /** Such as "1-30", "31-60", ">60". */
    List<String> labels() {
        return IntStream.range(0, buckets())
                .mapToObj(i -> i == days.size() ? ">" + days.getLast() : lowerBounds().get(i) + "-" + days.get(i))
                .toList();
    }

    private static Refusal invalid(String edges) {
        return new Refusal(ProblemCode.EDGES_INVALID,
                "edges must be at most " + MAX_EDGES + " rising numbers of days from 1: " + edges);
    }
}
