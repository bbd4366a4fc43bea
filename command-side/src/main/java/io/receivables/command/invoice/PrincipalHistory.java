package io.receivables.command.invoice;

import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that changed the principal of an invoice, as it was recorded. Money counts from the day when it came: a
 * payment from its value date, a credit note from its issue. What was taken back is open again from the date of the
 * reversal; the same money allocated anew counts from then on.
 */
final class PrincipalHistory {

    private final InvoiceIssued issued;
    private final List<Change> changes = new ArrayList<>();

    /** @param source whose day counts; null where the fact's own date does */
    private record Change(int instalment, @Nullable CreditSource source, LocalDate date, Money amount) {}

    PrincipalHistory(InvoiceIssued issued) {
        this.issued = issued;
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
        var byInstalment = new HashMap<Integer, OpenPrincipal>();
        var principals = issued.instalments().stream().map(OpenPrincipal::new).toList();
        principals.forEach(it -> byInstalment.put(it.instalment().no(), it));
        var takenBack = new HashMap<CreditSource, LocalDate>();
        for (var change : changes) {
            var principal = byInstalment.get(change.instalment());
            if (principal != null) {
                principal.add(dateOf(change, came, takenBack), change.amount());
            }
        }
        return principals;
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
