package io.receivables.command.invoice;

import io.receivables.events.allocation.CreditSource;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.money.Money;
import io.receivables.platform.agreement.DisputeStanding;
import io.receivables.platform.agreement.DisputedShares;
import io.receivables.platform.agreement.DisputedShares.Claim;
import io.receivables.platform.agreement.DisputedShares.Open;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of an invoice bears no charges for being late because it is or was disputed. An open dispute leaves its part out from
 * its first day on. One that was rejected or withdrawn leaves out nothing: what was owed was owed all the time. One that was
 * granted leaves its part out from the beginning, for it was never owed: the credit note that it names counts from then on,
 * up to the amount of the dispute, and what the note does not take off was owed.
 */
final class DisputedPrincipal {

    private final List<Part> parts = new ArrayList<>();
    private final Map<CreditSource, Money> granted = new HashMap<>();

    private DisputedPrincipal() {}

    /**
     * A part on the days on which it is left out.
     *
     * @param after the last day before them
     * @param until the last of them; null: there is none
     */
    private record Part(Claim claim, LocalDate after, @Nullable LocalDate until) {

        /** What is left out at the end of a day bears nothing on the next one. */
        boolean isLeftOutAt(LocalDate day) {
            return !after.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    /**
     * @param asAt what had become of each dispute at this date counts
     * @param settledBy the documents whose money settled something of the invoice
     */
    static DisputedPrincipal of(Collection<DisputeStanding> disputes, LocalDate asAt, Set<CreditSource> settledBy) {
        var principal = new DisputedPrincipal();
        for (var dispute : disputes) {
            if (dispute.isOpenAt(asAt)) {
                // On its first day it bears nothing any more.
                principal.leaveOut(dispute, dispute.raised().effectiveDate().minusDays(1), null);
            } else if (dispute.existsAt(asAt)) {
                principal.ended(dispute, Objects.requireNonNull(dispute.resolved()), settledBy);
            }
        }
        return principal;
    }

    private void ended(DisputeStanding dispute, DisputeResolved end, Set<CreditSource> settledBy) {
        if (end.outcome() != DisputeOutcome.CREDITED) {
            return;
        }
        if (end.creditNoteId() == null) {
            // A note that nobody named is expected by then; it counts from its own day.
            leaveOut(dispute, LocalDate.MIN, end.effectiveDate());
            return;
        }
        var note = CreditSource.of(end.creditNoteId());
        if (settledBy.contains(note)) {
            granted.merge(note, dispute.raised().amount(), Money::plus);
        } else {
            leaveOut(dispute, LocalDate.MIN, null);
        }
    }

    private void leaveOut(DisputeStanding dispute, LocalDate after, @Nullable LocalDate until) {
        var raised = dispute.raised();
        parts.add(new Part(new Claim(raised.instalment(), raised.amount().minorUnits()), after, until));
    }

    /** What of the money of a credit note counts from the beginning. */
    Map<CreditSource, Money> granted() {
        return granted;
    }

    /** Takes it out of principals that are reduced by what was granted already: never more than is open on each day. */
    void leaveOut(List<OpenPrincipal> principals) {
        for (var day : days(principals)) {
            var open = principals.stream().map(it -> open(it, day)).toList();
            var claims = parts.stream().filter(part -> part.isLeftOutAt(day)).map(Part::claim).toList();
            var shares = DisputedShares.of(open, claims);
            principals.forEach(it -> it.leaveOutDisputed(shares.getOrDefault(it.instalment().no(), 0L), day));
        }
    }

    private static Open open(OpenPrincipal principal, LocalDate day) {
        return new Open(principal.instalment().no(), principal.dueDate(), principal.open(day));
    }

    /** Those at whose end another part may be left out than before. */
    private Set<LocalDate> days(List<OpenPrincipal> principals) {
        var days = new TreeSet<LocalDate>();
        for (var part : parts) {
            days.add(part.after());
            if (part.until() != null) {
                days.add(part.until());
            }
        }
        if (!parts.isEmpty()) {
            principals.forEach(it -> days.addAll(it.changeDays()));
        }
        return days;
    }
}
