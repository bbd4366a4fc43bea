package io.receivables.query.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ItemsTest {

    private static final int MANY = 100_000;

    private final Items items = new Items();

    @Test
    void whatWasNeverAddedIsNotFound() {
        assertThat(items.find("INVOICE", "I1", "1")).isNegative();
        items.add("INVOICE", "I1", "1", 1, "FR01", "2026-01-01", "2026-01-31", "TRADE", null);
        assertThat(items.find("INVOICE", "I1", "2")).isNegative();
        assertThat(items.find("PAYMENT", "I1", "1")).isNegative();
        assertThat(items.documentDate(-1)).isNull();
    }

    @Test
    void manyItemsAreKeptApart() {
        for (int i = 1; i <= MANY; i++) {
            items.add("INVOICE", "I" + i, "1", i, "E" + i % 7, "2026-01-" + (10 + i % 10), null, "TRADE", null);
        }
        var seen = new BitSet();
        for (int i = 1; i <= MANY; i++) {
            int item = items.find("INVOICE", "I" + i, "1");
            assertThat(items.position(item)).isEqualTo(i);
            assertThat(items.entity(item)).isEqualTo("E" + i % 7);
            assertThat(items.documentDate(item)).isEqualTo("2026-01-" + (10 + i % 10));
            assertThat(items.dueDate(item)).isNull();
            if (i != 17) {
                seen.set(item);
            }
        }
        assertThat(items.without(seen)).containsExactly(items.find("INVOICE", "I17", "1"));
    }

    @Test
    void theFirstStays() {
        items.add("PAYMENT", "P1", "0", 1, "FR01", "2026-01-01", null, null, "2026-01-02");
        items.add("PAYMENT", "P1", "0", 2, "FR02", "2027-01-01", null, null, "2027-01-02");
        int item = items.find("PAYMENT", "P1", "0");
        assertThat(items.paidDate(item)).isEqualTo("2026-01-02");
        assertThat(items.position(item)).isEqualTo(1);
    }
}
