package io.receivables.query.audit.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * An invoice that is of another class from a date on. Each amount that moved on it leaves the old class and enters the new one, on
 * the later of the two dates, as soon as both facts are known.
 */
final class ChangedInvoice {

    private record Change(long position, String from, String to, String effective, String accounting) {}

    private record Moved(long position, Movement movement) {}

    /** @param leaves without an amount, in the old class */
    private record Crossing(long change, Movement leaves, String to) {}

    private final List<Change> changes = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();

    void moved(long position, Movement movement) {
        moved.add(new Moved(position, movement));
    }

    void changed(Fact fact) {
        changes.add(new Change(fact.position(), fact.required("from"), fact.required("to"), fact.effective(),
                fact.accounting()));
    }

    /** What crosses from class to class because of the last fact, which was added before. */
    List<Movement> crossingAt(Fact fact) {
        var sums = new LinkedHashMap<Crossing, Long>();
        for (var change : changes) {
            for (var it : moved) {
                if (Math.max(it.position(), change.position()) == fact.position()) {
                    sums.merge(crossing(it.movement(), change, fact), it.movement().amount(), Math::addExact);
                }
            }
        }
        var crossing = new ArrayList<Movement>();
        sums.forEach((it, amount) -> {
            if (amount != 0) {
                crossing.add(it.leaves().with(it.leaves().receivableClass(), -amount));
                crossing.add(it.leaves().with(it.to(), amount));
            }
        });
        return crossing;
    }

    /** What was open before the change is reclassified by it; what moves from then on moves in the new class as what it is. */
    private static Crossing crossing(Movement it, Change change, Fact fact) {
        boolean before = it.effective().compareTo(change.effective()) < 0;
        return new Crossing(change.position(), new Movement(it.account(), it.entity(), it.currency(),
                it.documentType(), it.documentId(), it.instalment(), it.documentDate(), it.dueDate(), change.from(),
                before ? "RECLASSIFIED" : it.kind(), null, 0, later(it.effective(), change.effective()),
                later(it.accounting(), change.accounting()), fact.recordedAt(), before ? null : it.paidDate()),
                change.to());
    }

    private static String later(String date, String other) {
        return date.compareTo(other) < 0 ? other : date;
    }
}
