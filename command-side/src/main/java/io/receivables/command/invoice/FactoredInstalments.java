package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceBoughtBack;
import io.receivables.events.invoice.InvoiceFactored;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoicePaidToFactor;
import io.receivables.events.invoice.InvoicePaidToFactorReversed;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which instalments of an invoice are assigned to a factor. How much of them the factor may still claim is told by the
 * assignment; here is what the invoice needs to know: what left our books, and what must not be assigned twice.
 */
public final class FactoredInstalments {

    private final InvoiceIssued issued;
    private final OpenInstalments instalments;
    private final PrincipalHistory principal;
    private final Map<Integer, FactoringId> now = new TreeMap<>();
    private final Map<Integer, Set<FactoringId>> ever = new TreeMap<>();
    private final List<Sale> sales = new ArrayList<>();

    /** @param amount that left our books; below zero when it came back */
    private record Sale(int instalment, LocalDate date, Money amount) {}

    FactoredInstalments(InvoiceIssued issued, OpenInstalments instalments, PrincipalHistory principal) {
        this.issued = issued;
        this.instalments = instalments;
        this.principal = principal;
    }

    /**
     * What can be assigned: all that is open at a date and stays so.
     *
     * @param instalment null for all that are open
     * @throws Refusal ITEM_FACTORED, ITEM_NOT_OPEN
     */
    List<InstalmentAmount> assignable(@Nullable Integer instalment, LocalDate date) {
        if (instalment != null) {
            instalments.require(instalment);
        }
        var open = instalments.availableParts(date)
                .stream()
                .filter(part -> instalment == null || part.instalment() == instalment)
                .toList();
        var taken = instalment == null ? now.keySet() : Set.of(instalment);
        taken.stream()
                .filter(no -> now.containsKey(no) && (open.isEmpty() || isIn(open, no)))
                .findFirst()
                .ifPresent(no -> {
                    throw Amounts.refusal(ProblemCode.ITEM_FACTORED, "",
                            "instalment " + no + " of invoice " + issued.invoiceId()
                                    + " is assigned to a factor by " + now.get(no));
                });
        if (open.isEmpty()) {
            throw Amounts.refusal(ProblemCode.ITEM_NOT_OPEN, "", "of "
                    + (instalment == null
                            ? ""
                            : "instalment " + instalment
                                    + " of ")
                    + "invoice " + issued.invoiceId() + " nothing is open at " + date + " and ever after");
        }
        return open;
    }

    private static boolean isIn(List<InstalmentAmount> parts, int instalment) {
        return parts.stream().anyMatch(part -> part.instalment() == instalment);
    }

    /** Takes note that the instalments were assigned. */
    public void assign(FactoringId id, boolean derecognised, List<InstalmentAmount> parts, LocalDate date) {
        apply(new InvoiceFactored(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, derecognised, parts,
                date));
    }

    /** Takes note that the factor has returned them. */
    public void buyBack(FactoringId id, boolean derecognised, List<InstalmentAmount> parts, LocalDate date) {
        apply(new InvoiceBoughtBack(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, derecognised,
                parts, date));
    }

    /**
     * The debtor has paid the factor for instalments that are still in our books: they are settled.
     *
     * @throws Refusal ITEM_NOT_OPEN, NOT_AVAILABLE_AT_DATE
     */
    public void payToFactor(FactoringId id, List<InstalmentAmount> parts, LocalDate date) {
        parts.forEach(part -> instalments.spread(part.amount(), part.instalment(), date, ProblemCode.ITEM_NOT_OPEN));
        apply(new InvoicePaidToFactor(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, false, parts,
                date));
    }

    public void reversePaidToFactor(FactoringId id, List<InstalmentAmount> parts, LocalDate date) {
        apply(new InvoicePaidToFactorReversed(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, false,
                parts, date));
    }

    /**
     * Other due dates get other numbers, and the factor has bought these; nor does what the factor may claim cease to be.
     *
     * @throws Refusal ITEM_FACTORED
     */
    void requireNone(List<InstalmentAmount> parts) {
        parts.stream().filter(part -> now.containsKey(part.instalment())).findFirst().ifPresent(part -> {
            throw new Refusal(ProblemCode.ITEM_FACTORED, "instalment " + part.instalment() + " of invoice "
                    + issued.invoiceId() + " over " + part.amount() + " is assigned to a factor by "
                    + now.get(part.instalment()));
        });
    }

    /**
     * Takes out of principals what a factor owns at a date: charges for lateness go with the claim that they are for
     * (C. civ. 1321), those of the days before it was sold as well.
     */
    void leaveOutSold(List<OpenPrincipal> principals, LocalDate date) {
        for (var principal : principals) {
            var until = sales.stream()
                    .filter(sale -> sale.instalment() == principal.instalment().no() && !sale.date().isAfter(date))
                    .toList();
            var sold = until.stream().map(Sale::amount).reduce(Money::plus).filter(Money::isPositive);
            sold.ifPresent(amount -> principal.leaveOut(amount,
                    until.stream()
                            .filter(sale -> sale.amount().isPositive())
                            .map(Sale::date)
                            .max(Comparator.naturalOrder())
                            .orElseThrow()));
        }
    }

    Set<FactoringId> everOf(List<SettledPart> parts) {
        return parts.stream()
                .flatMap(part -> ever.getOrDefault(part.instalment(), Set.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void evolve(InvoiceFactored assigned) {
        for (var part : assigned.parts()) {
            now.put(part.instalment(), assigned.factoringId());
            ever.computeIfAbsent(part.instalment(), _ -> new LinkedHashSet<>()).add(assigned.factoringId());
        }
        if (assigned.derecognised()) {
            instalments.reduce(DatedInstalment.Kind.FACTORED, assigned.parts(), assigned.effectiveDate());
            principal.reduced(assigned.parts(), assigned.effectiveDate());
            assigned.parts()
                    .forEach(part -> sales.add(new Sale(part.instalment(), assigned.effectiveDate(),
                            part.amount())));
        }
    }

    void evolve(InvoiceBoughtBack back) {
        back.parts().forEach(part -> now.remove(part.instalment()));
        if (back.derecognised()) {
            instalments.restore(DatedInstalment.Kind.FACTORED, back.parts(), back.effectiveDate());
            principal.restored(back.parts(), back.effectiveDate());
            back.parts()
                    .forEach(part -> sales.add(new Sale(part.instalment(), back.effectiveDate(),
                            part.amount().negated())));
        }
    }

    void evolve(InvoicePaidToFactor paid) {
        instalments.reduce(DatedInstalment.Kind.PAID, paid.parts(), paid.effectiveDate());
        principal.reduced(paid.parts(), paid.effectiveDate());
    }

    void evolve(InvoicePaidToFactorReversed back) {
        instalments.restore(DatedInstalment.Kind.PAID, back.parts(), back.effectiveDate());
        principal.restored(back.parts(), back.effectiveDate());
    }
}
