package io.receivables.query.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Amounts drawn as the parts of a bar, in percent of its length. Drawings only: no figure is taken from them. */
final class Shares {

    /** Shades from "not due" to the oldest bucket, see the style sheet. */
    private static final int DARKEST = 5;

    private Shares() {}

    /** A part of a bar, from {@code x}, {@code width} long. */
    record Part(String x, String width, String shade) {}

    /** The parts one after the other; what is zero is not drawn. */
    static List<Part> bar(List<String> amounts, BigDecimal full) {
        var parts = new ArrayList<Part>();
        var x = BigDecimal.ZERO;
        for (int i = 0; i < amounts.size(); i++) {
            var width = percent(new BigDecimal(amounts.get(i)), full);
            if (width.signum() > 0) {
                parts.add(new Part(x.toPlainString(), width.toPlainString(), shade(i, amounts.size())));
                x = x.add(width);
            }
        }
        return List.copyOf(parts);
    }

    static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal percent(BigDecimal part, BigDecimal full) {
        return full.signum() == 0
                ? BigDecimal.ZERO
                : part.movePointRight(2).divide(full, 2, RoundingMode.HALF_UP);
    }

    /** The first is "not due"; the others darken evenly. */
    static String shade(int index, int count) {
        return "shade-" + (index == 0 ? 0 : count <= 2 ? DARKEST : 1 + (index - 1) * (DARKEST - 1) / (count - 2));
    }
}
