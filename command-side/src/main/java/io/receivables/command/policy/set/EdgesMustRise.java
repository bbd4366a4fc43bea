package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;

/** Buckets leave no gap and do not overlap. */
final class EdgesMustRise {

    private EdgesMustRise() {}

    private static final int MOST_EDGES = 12;
    private static final int HIGHEST_EDGE = 99_999;

    static void check(List<Integer> edges) {
        check(edges, "/edges");
    }

    static void check(List<Integer> edges, String pointer) {
        if (edges.isEmpty() || edges.size() > MOST_EDGES) {
            throw Amounts.refusal(ProblemCode.EDGES_INVALID, pointer,
                    "1 to " + MOST_EDGES + " edges are expected, not " + edges.size());
        }
        int previous = 0;
        for (int i = 0; i < edges.size(); i++) {
            int edge = edges.get(i);
            if (edge <= previous || edge > HIGHEST_EDGE) {
                throw Amounts.refusal(ProblemCode.EDGES_INVALID, pointer + "/" + i,
                        "edges rise strictly from 1 to " + HIGHEST_EDGE + ": " + edge + " follows " + previous);
            }
            previous = edge;
        }
    }
}
