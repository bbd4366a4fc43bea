package io.receivables.query.agedbalance;

import static java.util.stream.Collectors.joining;

import java.util.stream.IntStream;

/** The amounts of a group as "slots": not due, then the buckets, then cash and credit that is not applied (below zero). */
final class Slots {

    /** Slot of what has no date to age from. */
    private static final int UNAPPLIED = -1;

    private Slots() {}

    /** Of an item that ages from the date {@code agedFrom}, an expression. */
    static String slot(Question question, String agedFrom) {
        var bounds = question.edges().lowerBounds().stream().map(String::valueOf).collect(joining(","));
        return "coalesce(width_bucket(:asAt::date - %s, array[%s]), %d)".formatted(agedFrom, bounds, UNAPPLIED);
    }

    /** The array over rows with {@code slot} and {@code amount}. */
    static String sums(Question question) {
        var aged = IntStream.rangeClosed(0, question.edges().buckets());
        return IntStream.concat(aged, IntStream.of(UNAPPLIED))
                .mapToObj(slot -> "coalesce(sum(amount) filter (where slot = %d), 0)::bigint".formatted(slot))
                .collect(joining(", ", "array[", "]"));
    }
}
