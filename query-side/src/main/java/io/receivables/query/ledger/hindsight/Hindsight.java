package io.receivables.query.ledger.hindsight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The allocations of one account that were decided after a day and count on it in hindsight. They are taken in the order in
 * which they were recorded, each instalment for itself. Its cash or credit goes back to the first day from which on, up to
 * the day of the decision, the claim is open and the money is free by at least as much; what was moved before it is taken
 * into account, all other facts stand on their own days. So no amount ever falls below zero, and as both sides move
 * together, the account owes what it owed.
 *
 * <p>Before a document exists, or cash is identified, nothing is open or free: no rule of its own is needed for that.
 * Allocations that were decided up to the day are no part of it: where they count from changes nothing on later days.
 */
final class Hindsight {

    private record Document(String type, String id, int instalment) {}

    /**
     * A movement after the day, or what a document came to on it.
     *
     * @param kind null for what it came to
     * @param amount in minor units, signed as a movement's
     */
    record Moved(String account, String type, String id, int instalment, long position, @Nullable String kind,
            @Nullable String reference, long amount, LocalDate date, LocalDate documentDate,
            @Nullable LocalDate dueDate, @Nullable String receivableClass) {

        private Document document() {
            return new Document(type, id, instalment);
        }

        private boolean isOfClaim() {
            return type.equals("INVOICE") || type.equals("CHARGE");
        }

        /** What the money settles; a reversal has the other sign. */
        private boolean settles() {
            return amount < 0 && ("CASH".equals(kind) || "CREDIT".equals(kind));
        }

        private boolean givesAway() {
            return amount > 0 && "ALLOCATED".equals(kind);
        }

        private EarlierMovement of(long part) {
            return new EarlierMovement(account, type, id, instalment, documentDate, dueDate, receivableClass,
                    String.valueOf(kind), position, part);
        }
    }

    /** Money that is set aside from a day on, for a refund or a write-off that nobody has approved; below zero: no longer. */
    record SetAside(String account, String type, String id, long amount, LocalDate date) {}

    private record Decision(long position, @Nullable String reference) {}

    private final LocalDate asAt;
    private final Map<Document, Room> rooms = new HashMap<>();
    private final Map<Decision, Moved> sources = new HashMap<>();

    private Hindsight(LocalDate asAt) {
        this.asAt = asAt;
    }

    /** @param moved in the order in which it was recorded */
    static List<EarlierMovement> of(LocalDate asAt, List<Moved> moved, List<SetAside> setAside) {
        return new Hindsight(asAt).earlier(moved, setAside);
    }

    private List<EarlierMovement> earlier(List<Moved> moved, List<SetAside> setAside) {
        for (var one : moved) {
            room(one.document()).change(one.date(), one.isOfClaim() ? one.amount() : -one.amount());
            if (one.givesAway()) {
                sources.put(new Decision(one.position(), one.reference()), one);
            }
        }
        setAside.forEach(one -> room(new Document(one.type(), one.id(), 0)).change(one.date(), -one.amount()));
        var earlier = new ArrayList<EarlierMovement>();
        for (var claim : moved) {
            var source = sources.get(new Decision(claim.position(), claim.reference()));
            if (claim.settles() && source != null && moveBack(claim, source).equals(asAt)) {
                earlier.add(claim.of(claim.amount()));
                earlier.add(source.of(-claim.amount()));
            }
        }
        return List.copyOf(earlier);
    }

    /** Also where the day is not reached: what others may have between is less by it. */
    private LocalDate moveBack(Moved claim, Moved source) {
        long amount = -claim.amount();
        var open = room(claim.document());
        var free = room(source.document());
        var sinceOpen = open.since(amount, claim.date());
        var sinceFree = free.since(amount, claim.date());
        var from = sinceOpen.isAfter(sinceFree) ? sinceOpen : sinceFree;
        open.takeEarlier(amount, from, claim.date());
        free.takeEarlier(amount, from, claim.date());
        return from;
    }

    private Room room(Document document) {
        return rooms.computeIfAbsent(document, _ -> new Room(asAt));
    }
}
