package io.receivables.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.credit.Credit;
import io.receivables.command.policy.Tolerance;
import io.receivables.command.stream.DatedAmounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.SmallDifferenceGivenBack;
import io.receivables.events.payment.SmallDifferenceTaken;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cents of a payment that allocations left and that were kept, by the allocation. */
final class KeptDifferences {

    private final PaymentReceived received;
    private final Credit credit;
    private final Map<AllocationId, SmallDifferenceTaken> all = new LinkedHashMap<>();

    KeptDifferences(PaymentReceived received, Credit credit) {
        this.received = received;
        this.credit = credit;
    }

    /** What is left, if the tolerance covers it together with what was kept before. */
    void keep(AccountId account, AllocationId cause, Tolerance tolerance, LocalDate date) {
        var rest = credit.free();
        var available = rest.min(credit.freeFrom(date));
        if (available.isPositive() && keeps(rest, tolerance)) {
            apply(new SmallDifferenceTaken(received.paymentId(), account, received.legalEntity(), cause, available,
                    tolerance.amount(), tolerance.policyVersion(), date));
        }
    }

    boolean keeps(Money rest, Tolerance tolerance) {
        return tolerance.covers(rest.plus(amount()));
    }

    /** What an allocation left goes with it. */
    void giveBack(AllocationId cause, String reason, LocalDate date) {
        var kept = all.get(cause);
        if (kept != null) {
            apply(new SmallDifferenceGivenBack(received.paymentId(), kept.accountId(), received.legalEntity(), cause,
                    kept.amount(), reason, Credit.later(date, kept.effectiveDate())));
        }
    }

    /** Adds what would be there if all of it were given back at a date, or at its own when that is later. */
    void addTo(DatedAmounts free, LocalDate date) {
        all.values().forEach(kept -> free.add(Credit.later(date, kept.effectiveDate()), kept.amount()));
    }

    Money amount() {
        return all.values()
                .stream()
                .map(SmallDifferenceTaken::amount)
                .reduce(Money.zero(received.amount().currency()), Money::plus);
    }

    void evolve(SmallDifferenceTaken kept) {
        all.put(kept.allocationId(), kept);
        credit.take(kept.effectiveDate(), kept.amount());
    }

    void evolve(SmallDifferenceGivenBack back) {
        all.remove(back.allocationId());
        credit.giveBack(back.effectiveDate(), back.amount());
    }
}
