package io.receivables.command.invoice;

import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that changed the principal of an invoice, as it was recorded. Money counts from the day when it came: a
 * payment from its value date, a credit note from its issue. What was taken back is open again from the date of the
 * reversal; the same money allocated anew counts from then on. Money that came before its instalment began has settled, for
 * that time, what moved there.
 */
final class PrincipalHistory {

    private final List<Begun> instalments = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    /** By the instalments that began with it. */
    private final Map<Integer, InvoiceRescheduled> begunBy = new HashMap<>();

    /** @param from when on it is owed */
    private record Begun(Instalment instalment, LocalDate from) {}

    /** @param source whose day counts; null where the fact's own date does */
    private record Change(int instalment, @Nullable CreditSource source, LocalDate date, Money amount) {}

    PrincipalHistory(InvoiceIssued issued) {
        begin(issued.instalments(), issued.effectiveDate());
    }

    private void begin(List<Instalment> begun, LocalDate from) {
        begun.forEach(it -> instalments.add(new Begun(it, from)));
    }

    /** What moved bears interest from the new due dates on, and from the old ones until then. */
    void rescheduled(InvoiceRescheduled moved) {
        reduced(moved.moved(), moved.effectiveDate());
        begin(moved.instalments(), moved.effectiveDate());
        moved.instalments().forEach(it -> begunBy.put(it.no(), moved));
    }

    void settled(CreditSource source, List<SettledPart> parts, LocalDate date) {
        parts.forEach(part -> changes.add(new Change(part.instalment(), source, date, part.settled().negated())));
    }

    void settlementReversed(CreditSource source, List<SettledPart> parts, LocalDate date) {
        parts.forEach(part -> changes.add(new Change(part.instalment(), source, date, part.settled())));
    }

    void reduced(List<InstalmentAmount> parts, LocalDate date) {
        parts.forEach(part -> changes.add(new Change(part.instalment(), null, date, part.amount().negated())));
    }

    void restored(List<InstalmentAmount> parts, LocalDate date) {
        parts.forEach(part -> changes.add(new Change(part.instalment(), null, date, part.amount())));
    }

    /** The documents whose money settled something of it. */
    Set<CreditSource> sources() {
        var sources = new HashSet<CreditSource>();
        changes.forEach(change -> {
            if (change.source() != null) {
                sources.add(change.source());
            }
        });
        return sources;
    }

    /** @param came the day from which the money of a document counts */
    List<OpenPrincipal> open(Function<CreditSource, LocalDate> came) {
        return open(came, Map.of());
    }

    /**
     * @param came the day from which the money of a document counts
     * @param granted what of the money of a document counts from the beginning, for it was never owed
     */
    List<OpenPrincipal> open(Function<CreditSource, LocalDate> came, Map<CreditSource, Money> granted) {
        var byInstalment = new HashMap<Integer, OpenPrincipal>();
        var principals = instalments.stream().map(it -> new OpenPrincipal(it.instalment(), it.from())).toList();
        principals.forEach(it -> byInstalment.put(it.instalment().no(), it));
        var takenBack = new HashMap<CreditSource, LocalDate>();
        var settled = new IdentityHashMap<InstalmentAmount, Money>();
        var grants = new HashMap<>(granted);
        var beginning = instalments.getFirst().from();
        for (var change : changes) {
            var neverOwed = neverOwed(change, grants);
            if (neverOwed.isPositive()) {
                count(change.instalment(), dateOf(change, _ -> beginning, takenBack), neverOwed.negated(), byInstalment,
                        settled);
            }
            var rest = change.amount().plus(neverOwed);
            if (!rest.isZero()) {
                count(change.instalment(), dateOf(change, came, takenBack), rest, byInstalment, settled);
            }
        }
        return principals;
    }

    /** How much of what a change takes off was never owed; it is taken from the grants. */
    private static Money neverOwed(Change change, Map<CreditSource, Money> grants) {
        var none = Money.zero(change.amount().currency());
        var source = change.source();
        if (source == null || !change.amount().isNegative()) {
            return none;
        }
        var left = grants.getOrDefault(source, none);
        var taken = left.min(change.amount().negated());
        grants.put(source, left.minus(taken));
        return taken;
    }

    /** @param settled what early money has settled already of each part that moved */
    private void count(int instalment, LocalDate date, Money amount, Map<Integer, OpenPrincipal> principals,
            Map<InstalmentAmount, Money> settled) {
        var principal = principals.get(instalment);
        var begun = begunBy.get(instalment);
        if (principal == null) {
            return;
        }
        if (begun == null || !amount.isNegative() || !date.isBefore(begun.effectiveDate())) {
            principal.add(date, amount);
            return;
        }
        var moment = begun.effectiveDate();
        principal.add(moment, amount);
        var left = amount.negated();
        for (var part : begun.moved()) {
            var before = settled.getOrDefault(part, Money.zero(amount.currency()));
            var taken = left.min(part.amount().minus(before));
            if (taken.isPositive()) {
                count(part.instalment(), date, taken.negated(), principals, settled);
                count(part.instalment(), moment, taken, principals, settled);
                settled.put(part, before.plus(taken));
                left = left.minus(taken);
            }
        }
    }

    private static LocalDate dateOf(Change change, Function<CreditSource, LocalDate> came,
            Map<CreditSource, LocalDate> takenBack) {
        var source = change.source();
        if (source == null) {
            return change.date();
        }
        if (change.amount().isPositive()) {
            var date = later(change.date(), came.apply(source));
            takenBack.merge(source, date, PrincipalHistory::later);
            return date;
        }
        return later(came.apply(source), takenBack.getOrDefault(source, LocalDate.MIN));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
