package io.receivables.command.invoice;

import io.receivables.command.invoice.DatedInstalment.Kind;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.DatedAmounts;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.InstalmentFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The instalments of an invoice, in the order of their due dates. */
final class OpenInstalments {

    private static final Comparator<DatedInstalment> BY_DUE_DATE = Comparator
            .comparing((DatedInstalment it) -> it.instalment().dueDate())
            .thenComparing(it -> it.instalment().no());

    private final InvoiceIssued issued;
    private final List<DatedInstalment> byDueDate;

    OpenInstalments(InvoiceIssued issued) {
        this.issued = issued;
        this.byDueDate = new ArrayList<>();
        add(issued.instalments(), issued.effectiveDate());
    }

    private void add(List<Instalment> instalments, LocalDate from) {
        instalments.forEach(it -> byDueDate.add(new DatedInstalment(it, from)));
        byDueDate.sort(BY_DUE_DATE);
    }

    /** Spreads an amount and its discount over the instalments, the oldest due first. */
    List<SettledPart> settle(SettlementClaim claim, Money discount) {
        var amounts = spread(claim.amount().plus(discount), claim.instalment(), claim.effectiveDate(),
                ProblemCode.ALLOCATION_EXCEEDS_OPEN);
        var discounts = discount.splitBy(amounts.stream().map(part -> part.amount().minorUnits()).toList());
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> new SettledPart(amounts.get(i).instalment(),
                        amounts.get(i).amount().minus(discounts.get(i)), discounts.get(i)))
                .toList();
    }

    /** Takes an amount from what is open at a date and stays open from then on, the oldest due first. */
    List<InstalmentAmount> spread(Money amount, @Nullable Integer instalment, LocalDate date, ProblemCode exceeds) {
        var chosen = instalment == null ? byDueDate : List.of(require(instalment));
        var parts = new ArrayList<InstalmentAmount>();
        var left = amount;
        for (var candidate : chosen) {
            var part = left.min(candidate.open().availableFrom(date));
            if (part.isPositive()) {
                parts.add(new InstalmentAmount(candidate.instalment().no(), part));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            throw refusal(chosen, amount, date, exceeds);
        }
        return parts;
    }

    private Refusal refusal(List<DatedInstalment> chosen, Money amount, LocalDate date, ProblemCode exceeds) {
        var what = "invoice " + issued.invoiceId();
        var open = sum(chosen, it -> it.open().last());
        if (amount.isGreaterThan(open)) {
            return new Refusal(exceeds, amount + " exceeds the " + open + " that is open on " + what);
        }
        // Availability only changes on days when something was recorded; on the last of them all that is open is free.
        var first = chosen.stream()
                .flatMap(it -> it.open().changeDatesAfter(date))
                .sorted()
                .filter(day -> !amount.isGreaterThan(sum(chosen, it -> it.open().availableFrom(day))))
                .findFirst()
                .orElseThrow();
        return new Refusal(ProblemCode.NOT_AVAILABLE_AT_DATE,
                amount + " is not open on " + what + " at " + date + " and ever after, only "
                        + sum(chosen, it -> it.open().availableFrom(date)) + "; first possible date: " + first);
    }

    /** What can be taken of each instalment at a date and from then on; without those of which nothing can. */
    List<InstalmentAmount> availableParts(LocalDate date) {
        return byDueDate.stream()
                .map(it -> new InstalmentAmount(it.instalment().no(), it.open().availableFrom(date)))
                .filter(part -> part.amount().isPositive())
                .toList();
    }

    /** The first due date at which something could be late: those that were moved before they came are none. */
    LocalDate firstDue() {
        return byDueDate.stream()
                .filter(DatedInstalment::couldBeLate)
                .map(it -> it.instalment().dueDate())
                .findFirst()
                .orElseThrow();
    }

    int lastNumber() {
        return byDueDate.stream().mapToInt(it -> it.instalment().no()).max().orElseThrow();
    }

    void rescheduled(InvoiceRescheduled moved) {
        reduce(Kind.RESCHEDULED, moved.moved(), moved.effectiveDate());
        add(moved.instalments(), moved.effectiveDate());
    }

    /** All of it, in parts, if nothing stands against it. */
    List<InstalmentAmount> requireUntouched(Money total, LocalDate date, String what) {
        if (total.isGreaterThan(sum(byDueDate, it -> it.open().last()))) {
            throw new Refusal(ProblemCode.HAS_ALLOCATIONS, "of " + what + " over " + total + " only "
                    + sum(byDueDate, it -> it.open().last()) + " is open: something stands against it");
        }
        return spread(total, null, date, ProblemCode.HAS_ALLOCATIONS);
    }

    void settled(CreditSource source, List<SettledPart> parts, LocalDate date) {
        for (var part : parts) {
            require(part.instalment()).reduce(Kind.of(source), date, part.amount());
            require(part.instalment()).reduce(Kind.DISCOUNTED, date, part.discount());
        }
    }

    void settlementReversed(CreditSource source, List<SettledPart> parts, LocalDate date) {
        for (var part : parts) {
            require(part.instalment()).restore(Kind.of(source), date, part.amount());
            require(part.instalment()).restore(Kind.DISCOUNTED, date, part.discount());
        }
    }

    void reduce(Kind kind, List<InstalmentAmount> parts, LocalDate date) {
        parts.forEach(part -> require(part.instalment()).reduce(kind, date, part.amount()));
    }

    void restore(Kind kind, List<InstalmentAmount> parts, LocalDate date) {
        parts.forEach(part -> require(part.instalment()).restore(kind, date, part.amount()));
    }

    /** Everything of one kind that is recorded, over all dates. */
    Money last(Kind kind) {
        return sum(byDueDate, it -> it.of(kind).last());
    }

    /**
     * What is open, by date.
     *
     * @param instalment null for the whole invoice
     */
    DatedAmounts openAmounts(@Nullable Integer instalment) {
        var open = new DatedAmounts(issued.total().currency());
        (instalment == null ? byDueDate : List.of(require(instalment))).forEach(it -> open.addAll(it.open()));
        return open;
    }

    Money open() {
        return sum(byDueDate, it -> it.open().last());
    }

    /** What can be taken from all instalments at a date. */
    Money availableFrom(LocalDate date) {
        return sum(byDueDate, it -> it.open().availableFrom(date));
    }

    Money amountOpenAt(LocalDate date) {
        return sum(byDueDate, it -> it.open().at(date));
    }

    /** Those of which something can be taken at a date, the oldest due first. */
    Stream<DatedInstalment> openAt(LocalDate date) {
        return byDueDate.stream().filter(it -> it.open().availableFrom(date).isPositive());
    }

    List<InstalmentFigures> figuresAt(LocalDate date) {
        return byDueDate.stream()
                .map(it -> it.figuresAt(date))
                .sorted(Comparator.comparingInt(figures -> figures.instalment().no()))
                .toList();
    }

    DatedInstalment require(int no) {
        return byDueDate.stream()
                .filter(it -> it.instalment().no() == no)
                .findFirst()
                .orElseThrow(() -> Amounts.refusal(ProblemCode.INSTALMENT_UNKNOWN, "/instalment",
                        "invoice " + issued.invoiceId() + " has no instalment " + no));
    }

    private static Money sum(List<DatedInstalment> instalments, Function<DatedInstalment, Money> amount) {
        return instalments.stream().map(amount).reduce(Money::plus).orElseThrow();
    }
}
