package io.receivables.query.audit.replay;

import java.util.HashMap;
import java.util.Map;

/** The part of what is open that is marked, by invoice: never more than is open of it. In minor units. */
final class Marks {

    private final Map<String, Long> marked = new HashMap<>();
    private long total;

    /** @param open of each invoice, before the mark and after it */
    void mark(String invoice, long amount, Map<String, Long> open) {
        total -= counts(invoice, open);
        change(marked, invoice, amount);
        total += counts(invoice, open);
    }

    /** What is open of an invoice has changed. */
    void opened(String invoice, long before, long after) {
        long mark = marked.getOrDefault(invoice, 0L);
        total += counts(mark, after) - counts(mark, before);
    }

    long total() {
        return total;
    }

    private long counts(String invoice, Map<String, Long> open) {
        return counts(marked.getOrDefault(invoice, 0L), open.getOrDefault(invoice, 0L));
    }

    private static long counts(long mark, long open) {
        return Math.max(0, Math.min(mark, open));
    }

    /** Zero is not kept, so that memory follows what is open. */
    static void change(Map<String, Long> amounts, String key, long amount) {
        if (amounts.merge(key, amount, Long::sum) == 0) {
            amounts.remove(key);
        }
    }
}
