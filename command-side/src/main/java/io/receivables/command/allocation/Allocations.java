package io.receivables.command.allocation;

import io.receivables.command.credit.AllocationNote;
import io.receivables.command.credit.Credit;
import io.receivables.command.credit.CreditDocument;
import io.receivables.command.factoring.FactorDebts;
import io.receivables.command.invoice.Receivable;
import io.receivables.command.invoice.SettlementClaim;
import io.receivables.command.payment.Payment;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.Streams;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.RuleApplied;
import io.receivables.events.allocation.SettledPart;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Allocates payments and credit notes to invoices and late charges, and takes it back: both streams decide, in one
 * transaction.
 */
@Component
public class Allocations {

    private final Receivables receivables;
    private final Streams<Payment> payments;
    private final CreditPolicies policies;
    private final FactorDebts factorDebts;

    Allocations(Receivables receivables, Streams<Payment> payments, CreditPolicies policies,
            FactorDebts factorDebts) {
        this.receivables = receivables;
        this.payments = payments;
        this.policies = policies;
        this.factorDebts = factorDebts;
    }

    /** All that a new document's {@code allocations} ask for. */
    public <T extends CreditDocument> void allocate(Loaded<T> document, List<AllocationWish> wishes) {
        receivables.loadAll(wishes.stream().map(AllocationWish::target).toList());
        for (int i = 0; i < wishes.size(); i++) {
            try {
                make(document, wishes.get(i));
            } catch (Refusal refusal) {
                throw refusal.under("/allocations/" + i);
            }
        }
        // Only at the end: before, what is left of the money is not yet a difference.
        wishes.forEach(wish -> clearDifference(document, wish));
    }

    public <T extends CreditDocument> void allocate(Loaded<T> document, AllocationWish wish) {
        make(document, wish);
        clearDifference(document, wish);
    }

    private <T extends CreditDocument> void make(Loaded<T> document, AllocationWish wish) {
        allocate(document, receivables.load(wish.target()), wish, dateOf(document, wish), null);
    }

    private <T extends CreditDocument> void clearDifference(Loaded<T> document, AllocationWish wish) {
        if (wish.writeOffDifference()) {
            clearDifference(document, receivables.load(wish.target()), wish.allocationId(), dateOf(document, wish),
                    true);
        }
    }

    private <T extends CreditDocument> LocalDate dateOf(Loaded<T> document, AllocationWish wish) {
        return wish.effectiveDate() != null
                ? wish.effectiveDate()
                : Credit.later(document.ask(CreditDocument::availableFrom),
                        receivables.load(wish.target()).ask(Receivable::owedFrom));
    }

    /** @param rule why the money goes there; null when the request named it */
    <T extends CreditDocument> void allocate(Loaded<T> document, Loaded<? extends Receivable> receivable,
            AllocationWish wish, LocalDate date, @Nullable RuleApplied rule) {
        var basis = receivable.ask(Receivable::discountDateBasis);
        var claim = document.ask(it -> new SettlementClaim(it.account(), wish.amount(), wish.instalment(),
                wish.discount(), date, it.moneyDate(basis)));
        var parts = receivable.ask(it -> it.plan(claim));
        boolean earned = wish.discount() == null && SettledPart.discountOf(parts).isPositive();
        settle(document, receivable, new Settlement(wish.allocationId(), wish.target(), parts, date, earned), rule);
    }

    /**
     * The cents that an allocation leaves: on the invoice they are given up; or, once nothing is open of it, those of a
     * payment are kept.
     *
     * @param asked whether the request wants it; then more than the tolerance is refused
     */
    <T extends CreditDocument> void clearDifference(Loaded<T> document, Loaded<? extends Receivable> receivable,
            AllocationId id, LocalDate date, boolean asked) {
        var parts = document.ask(it -> it.credit().requireActive(id)).parts();
        var tolerance = policies.at(receivable.ask(Receivable::legalEntity), date)
                .tolerance(SettledPart.amountOf(parts).currency());
        receivable.decide(it -> it.writeOffDifference(id, parts, tolerance, date, asked));
        if (receivable.ask(Receivable::isSettled)) {
            document.decide(it -> it.keepDifference(id, tolerance, date));
        }
    }

    public <T extends CreditDocument> void reverse(Loaded<T> document, AllocationId id, String reason,
            LocalDate date) {
        var allocation = document.ask(it -> it.credit().requireActive(id));
        document.decide(it -> it.reverseAllocation(id, reason, date));
        takeNote(document, id, allocation, reason, date);
        withdrawDiscounts(allocation.target(), id, date);
    }

    /**
     * Takes note in the invoices and charges of the allocations that fell with their payment.
     *
     * @param fallen what the payment had allocated before
     */
    public void reversed(Loaded<Payment> payment, Map<AllocationId, Credit.Allocation> fallen, String reason,
            LocalDate date) {
        fallen.forEach((id, allocation) -> takeNote(payment, id, allocation, reason,
                Credit.later(date, allocation.effectiveDate())));
        fallen.forEach((id, allocation) -> withdrawDiscounts(allocation.target(), id,
                Credit.later(date, allocation.effectiveDate())));
    }

    private <T extends CreditDocument> void takeNote(Loaded<T> document, AllocationId id, Credit.Allocation allocation,
            String reason, LocalDate date) {
        receivables.reverse(allocation.target(), id, document.ask(CreditDocument::source), allocation.parts(), reason,
                date);
        factorDebts.reverse(receivables.load(allocation.target()), id, allocation.parts(), reason, date);
    }

    /**
     * A discount for payment in full falls when a payment that made it full is taken back. The cash that had earned it stays
     * allocated: its allocation is reversed and made anew without discount, which at each date is the same book.
     */
    private void withdrawDiscounts(AllocationTarget target, AllocationId taken, LocalDate date) {
        var receivable = receivables.load(target);
        for (var earned : receivable.ask(it -> it.discountsUnearnedWithout(taken))) {
            var id = earned.allocationId();
            var payment = payments.load(earned.source().id());
            var from = Credit.later(date, earned.effectiveDate());
            var reason = "the discount was for payment in full, and allocation " + taken + " is taken back";
            var granted = payment.ask(it -> it.credit().requireActive(id));
            payment.decide(it -> it.reverseAllocation(id, reason, from));
            takeNote(payment, id, granted, reason, from);
            settle(payment, receivable, new Settlement(new AllocationId(id + "-net"), target,
                    KeptParts.withoutDiscount(granted.parts()), from, false), granted.note().rule());
        }
    }

    /**
     * Takes an amount back from what a document settled of an invoice, the newest allocation first. One that falls only in
     * part is reversed, and what stays of it is allocated anew: at each date that is the same book.
     */
    public <T extends CreditDocument> void reopen(Loaded<T> document, List<Reopening> wishes, String reason,
            LocalDate date) {
        receivables.loadAll(wishes.stream().map(Reopening::target).toList());
        for (int i = 0; i < wishes.size(); i++) {
            reopen(document, wishes.get(i), "/reopen/" + i + "/amount", reason, date);
        }
    }

    private <T extends CreditDocument> void reopen(Loaded<T> document, Reopening wish, String pointer, String reason,
            LocalDate date) {
        Amounts.requireCurrency(document.ask(it -> it.credit().free()).currency(), wish.amount(), pointer);
        Amounts.requirePositive(wish.amount(), pointer);
        var left = wish.amount();
        while (left.isPositive()) {
            // Asked anew each time: a reversal may take back a discount, and so replace another allocation.
            var newest = newestOf(document, wish.target());
            if (newest == null) {
                throw new Refusal(ProblemCode.REOPEN_EXCEEDS_ALLOCATED, wish.amount() + " exceeds the "
                        + wish.amount().minus(left) + " that is allocated to invoice " + wish.invoiceId());
            }
            var allocation = newest.getValue();
            var taken = left.min(SettledPart.amountOf(allocation.parts()));
            left = left.minus(taken);
            reverse(document, newest.getKey(), reason, date);
            var stays = KeptParts.after(taken, allocation.parts());
            if (!stays.isEmpty()) {
                var receivable = receivables.load(wish.target());
                settle(document, receivable, new Settlement(wish.remainder(), wish.target(),
                        receivable.ask(Receivable::givesDiscountInParts) ? stays : KeptParts.withoutDiscount(stays),
                        date, false), allocation.note().rule());
            }
        }
    }

    private static <T extends CreditDocument> Map.@Nullable Entry<AllocationId, Credit.Allocation> newestOf(
            Loaded<T> document, AllocationTarget target) {
        return new ArrayList<>(document.ask(it -> it.credit().active()).entrySet()).reversed()
                .stream()
                .filter(entry -> entry.getValue().target().equals(target))
                .findFirst()
                .orElse(null);
    }

    /** @param earned whether the terms gave the discount, and not the request */
    private record Settlement(AllocationId id, AllocationTarget target, List<SettledPart> parts, LocalDate date,
            boolean earned) {}

    private <T extends CreditDocument> void settle(Loaded<T> document, Loaded<? extends Receivable> receivable,
            Settlement made, @Nullable RuleApplied rule) {
        var basis = receivable.ask(Receivable::discountDateBasis);
        var moneyDate = document.ask(it -> Optional.ofNullable(it.moneyDate(basis))).orElse(null);
        var discount = SettledPart.discountOf(made.parts());
        var note = receivable.ask(it -> new AllocationNote(rule, it.sharesOf(discount)));
        document.decide(it -> it.allocate(made.id(), made.target(), made.parts(), made.date(), note));
        receivable.decide(it -> it.settle(made.id(), document.ask(CreditDocument::source), made.parts(), made.date(),
                moneyDate, made.earned()));
        factorDebts.incur(document.ask(CreditDocument::source), receivable, made.id(), made.parts(), made.date());
        receivables.noteLateness(receivable, document.ask(it -> Credit.later(made.date(), it.moneyDate())));
    }
}
