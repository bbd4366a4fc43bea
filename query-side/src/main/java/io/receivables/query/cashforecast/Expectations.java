package io.receivables.query.cashforecast;

import io.receivables.query.cashforecast.Agreed.Item;
import io.receivables.query.cashforecast.Expectation.Basis;
import io.receivables.query.cashforecast.Expectation.Why;
import io.receivables.query.ledger.OpenClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expects open claims, the oldest first: on no day what is doubtful or disputed; then on the days of a payment plan, then as
 * was promised; the rest on its due date and as many days later as the account is late as a rule. The parts of a claim add up
 * to it.
 */
final class Expectations {

    private final Agreed agreed;
    private final Habits habits;
    private final LocalDate asAt;
    private final Map<String, Long> doubtful;
    private final Map<String, Long> disputed;
    /** By the promise itself: two may say the same. */
    private final Map<Agreed.Promise, Long> promised = new IdentityHashMap<>();
    private final List<Expectation> expectations = new ArrayList<>();

    private Expectations(Agreed agreed, Habits habits, LocalDate asAt) {
        this.agreed = agreed;
        this.habits = habits;
        this.asAt = asAt;
        this.doubtful = new HashMap<>(agreed.doubtful());
        this.disputed = new HashMap<>(agreed.disputed());
    }

    /**
     * @param claims the oldest of an account first
     * @param receivableClass of the claims that are answered; null for all
     */
    static List<Expectation> of(List<OpenClaim> claims, Agreed agreed, Habits habits, LocalDate asAt,
            @Nullable String receivableClass) {
        var all = new Expectations(agreed, habits, asAt);
        for (var claim : claims) {
            int before = all.expectations.size();
            all.add(claim);
            if (receivableClass != null && !claim.receivableClass().name().equals(receivableClass)) {
                all.expectations.subList(before, all.expectations.size()).clear();
            }
        }
        return List.copyOf(all.expectations);
    }

    private void add(OpenClaim claim) {
        long left = claim.amount();
        left -= mark(doubtful, claim, left, Why.DOUBTFUL);
        left -= mark(disputed, claim, left, Why.DISPUTED);
        for (var part : agreed.planned().getOrDefault(new Item(claim.id(), claim.instalment()), List.of())) {
            left -= on(part.date(), Basis.AGREED, Math.min(left, part.amount()));
        }
        for (var promise : agreed.promises().getOrDefault(claim.accountId(), List.of())) {
            if (promise.isFor(claim.id())) {
                long taken = on(promise.date(), Basis.AGREED,
                        Math.min(left, promise.amount() - promised.getOrDefault(promise, 0L)));
                promised.merge(promise, taken, Long::sum);
                left -= taken;
            }
        }
        on(claim.due().plusDays(habits.daysLate(claim.accountId())), habits.basis(claim.accountId()), left);
    }

    private long mark(Map<String, Long> marked, OpenClaim claim, long left, Why why) {
        long amount = Math.min(left, marked.getOrDefault(claim.id(), 0L));
        if (amount > 0) {
            marked.merge(claim.id(), -amount, Long::sum);
            expectations.add(Expectation.never(why, amount));
        }
        return amount;
    }

    private long on(LocalDate date, Basis basis, long amount) {
        if (amount > 0) {
            expectations.add(Expectation.on(date, basis, amount, asAt));
        }
        return amount;
    }
}
