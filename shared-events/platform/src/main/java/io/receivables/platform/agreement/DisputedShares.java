package io.receivables.platform.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of each instalment of an invoice is disputed. A dispute that names an instalment is on that one as far as it is
 * open; the rest of it, and every other dispute, is on whatever else is open, the oldest due first. So no dispute vanishes
 * while something is open, and what is disputed is never more than that.
 */
public final class DisputedShares {

    private DisputedShares() {}

    /**
     * @param no number of the instalment
     * @param dueDate of the contract
     * @param amount open, in minor units
     */
    public record Open(int no, LocalDate dueDate, long amount) {}

    /**
     * A dispute that stands.
     *
     * @param instalment the one that it names; null for any
     * @param amount in minor units
     */
    public record Claim(@Nullable Integer instalment, long amount) {}

    /** What is disputed by the number of the instalment, in minor units; instalments without dispute are left out. */
    public static Map<Integer, Long> of(List<Open> open, List<Claim> claims) {
        var room = new TreeMap<Integer, Long>();
        open.forEach(it -> room.merge(it.no(), it.amount(), Long::sum));
        var shares = new TreeMap<Integer, Long>();
        long left = 0;
        for (var claim : claims) {
            left += claim.instalment() == null
                    ? claim.amount()
                    : claim.amount() - take(claim.instalment(), claim.amount(), room, shares);
        }
        var oldestFirst = new ArrayList<>(open);
        oldestFirst.sort(Comparator.comparing(Open::dueDate).thenComparing(Open::no));
        for (var item : oldestFirst) {
            left -= take(item.no(), left, room, shares);
        }
        return shares;
    }

    private static long take(int no, long wanted, Map<Integer, Long> room, Map<Integer, Long> shares) {
        long taken = Math.min(wanted, room.getOrDefault(no, 0L));
        if (taken <= 0) {
            return 0;
        }
        room.merge(no, -taken, Long::sum);
        shares.merge(no, taken, Long::sum);
        return taken;
    }
}
