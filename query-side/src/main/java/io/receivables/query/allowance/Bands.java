package io.receivables.query.allowance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Not due, and the buckets of days past due: (edge i-1, edge i], the last one all above. */
record Bands(List<Integer> edges) {

    private static final Bands USUAL = new Bands(List.of(30, 60, 90));
    private static final int DAYS_OF_MONTH = 30;

    static Bands usual() {
        return USUAL;
    }

    int count() {
        return edges.size() + 2;
    }

    int last() {
        return count() - 1;
    }

    /** Zero is not due. */
    int of(LocalDate due, LocalDate day) {
        long daysPastDue = ChronoUnit.DAYS.between(due, day);
        return daysPastDue <= 0 ? 0 : 1 + (int) edges.stream().filter(edge -> edge < daysPastDue).count();
    }

    /** Such as "notDue", "1-30", ">90". */
    String label(int band) {
        if (band == 0) {
            return "notDue";
        }
        return band == last()
                ? ">" + edges.getLast()
                : (band == 1 ? 1 : edges.get(band - 2) + 1) + "-" + edges.get(band - 1);
    }

    /** How many months it takes to grow out of a bucket, to the nearest; at least one. */
    int months(int band) {
        if (band == 0 || band == last()) {
            return 1;
        }
        int width = edges.get(band - 1) - (band == 1 ? 0 : edges.get(band - 2));
        return Math.max(1, Math.round(width / (float) DAYS_OF_MONTH));
    }
}
