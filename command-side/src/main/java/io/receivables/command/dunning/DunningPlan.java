package io.receivables.command.dunning;

import io.receivables.command.openitem.OpenItem;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DunningLevel;
import io.receivables.events.policy.DunningRules;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run does for one account: at most one letter, and why the other late items are in none.
 *
 * @param letter null: none
 */
public record DunningPlan(@Nullable Letter letter, List<NotDunned> notDunned) {

    /**
     * A letter that is to be written.
     *
     * @param level the highest of its items
     * @param first whether that is the first one of the procedure
     * @param items that come to a level with it
     * @param alsoOverdue what is overdue besides and waits for its next level: a letter asks for all that may be asked for
     * @param amountDue what both add up to
     */
    public record Letter(DunningLevel level, boolean first, @Nullable String procedure, List<DunnedItem> items,
            List<DunnedItem> alsoOverdue, Money amountDue) {

        /** All that it asks for, by due date. */
        public List<DunnedItem> all() {
            return Stream.concat(items.stream(), alsoOverdue.stream())
                    .sorted(Comparator.comparing(DunnedItem::dueDate))
                    .toList();
        }

        /** What it costs a debtor of a class; null: nothing, as in another currency than the policy's. */
        public @Nullable Money fee(DebtorClass debtorClass) {
            var fee = level.feeOf(debtorClass);
            return fee != null && fee.isPositive() && fee.currency().equals(amountDue.currency()) ? fee : null;
        }
    }

    /**
     * A late item, or a part of it, that is in no letter.
     *
     * @param detail why, with the numbers
     */
    public record NotDunned(Key item, NotDunnedReason reason, Money amount, String detail) {}

    /**
     * All that is known of an account when a run comes to it.
     *
     * @param procedure null: the default one
     * @param balance what the account owes in all, less what is unapplied
     * @param last the reminder that each item was in last, settled ones as well
     * @param excluded what may not be reminded of
     */
    record Situation(List<OpenItem> items, @Nullable String procedure, Money balance, Map<Key, LastReminder> last,
            List<ExcludedItem> excluded) {}

    static DunningPlan of(Situation it, DunningRules rules, LocalDate asAt) {
        return new Planner(it, rules, rules.levels(it.procedure()), asAt).plan();
    }

    /** Goes through the items of one account. */
    private static final class Planner {

        private final Situation situation;
        private final DunningRules rules;
        private final List<DunningLevel> levels;
        private final LocalDate asAt;
        private final List<NotDunned> notDunned = new ArrayList<>();
        private final List<Candidate> candidates = new ArrayList<>();
        private final List<Waiting> waiting = new ArrayList<>();

        private record Candidate(OpenItem item, DunningLevel level, Money amount, long days) {

            DunnedItem asked() {
                return dunned(item, days, level.level(), amount);
            }
        }

        /** An item that is overdue, grace included, and comes to no level now. */
        private record Waiting(OpenItem item, int level, Money amount, long days, NextLevel.Waits why) {

            DunnedItem asked() {
                return dunned(item, days, level, amount);
            }
        }

        private static DunnedItem dunned(OpenItem item, long days, int level, Money amount) {
            return new DunnedItem(new InvoiceId(item.key().documentId()), item.key().instalment(), item.dates().due(),
                    days, level, amount);
        }

        Planner(Situation situation, DunningRules rules, List<DunningLevel> levels, LocalDate asAt) {
            this.situation = situation;
            this.rules = rules;
            this.levels = levels;
            this.asAt = asAt;
        }

        DunningPlan plan() {
            boolean hasLetter = situation.last().values().stream().anyMatch(last -> last.date().equals(asAt));
            for (var item : situation.items()) {
                // What was issued later cannot be reminded of at the date.
                if (!item.dates().document().isAfter(asAt)) {
                    judge(item, hasLetter);
                }
            }
            refuseWhatIsNotWorthALetter();
            if (candidates.isEmpty()) {
                waiting.forEach(it -> leaveOut(it.item(), it.why().reason(), it.amount(), it.why().detail()));
            }
            return new DunningPlan(candidates.isEmpty() ? null : letter(), List.copyOf(notDunned));
        }

        private void judge(OpenItem item, boolean hasLetter) {
            long days = ChronoUnit.DAYS.between(item.dates().due(), asAt);
            var last = situation.last().get(item.key());
            var next = NextLevel.of(levels, rules.graceDaysInForce(), item.dates().due(), last, asAt);
            if (days <= 0 && !(next instanceof NextLevel.Reached)) {
                return;
            }
            if (hasLetter) {
                leaveOut(item, NotDunnedReason.ALREADY_IN_RUN, item.amount(), "the letter of " + asAt + " is written");
                return;
            }
            var left = lessExcluded(item);
            if (!left.isPositive()) {
                return;
            }
            switch (next) {
                case NextLevel.Reached(var level) -> candidates.add(new Candidate(item, level, left, days));
                case NextLevel.Waits waits when days > rules.graceDaysInForce() -> waiting
                        .add(new Waiting(item, last == null ? 0 : last.level(), left, days, waits));
                case NextLevel.Waits(var reason, var detail) -> leaveOut(item, reason, left, detail);
            }
        }

        /** Only what may not be reminded of is taken out: of an item that is disputed in part the rest is asked for. */
        private Money lessExcluded(OpenItem item) {
            var left = item.amount();
            for (var excluded : situation.excluded()) {
                if (excluded.item().equals(item.key()) && left.isPositive()) {
                    var taken = excluded.amount().min(left);
                    leaveOut(item, excluded.reason(), taken, excluded.detail());
                    left = left.minus(taken);
                }
            }
            return left;
        }

        private void refuseWhatIsNotWorthALetter() {
            if (candidates.isEmpty()) {
                return;
            }
            var balance = situation.balance();
            var asked = total().min(balance);
            var minimum = rules.minimumAmount();
            if (!balance.isPositive()) {
                leaveOutAll(NotDunnedReason.BALANCE_NOT_OWED, "the balance of the account is " + balance);
            } else if (minimum != null && minimum.currency().equals(asked.currency())
                    && minimum.isGreaterThan(asked)) {
                leaveOutAll(NotDunnedReason.BELOW_MINIMUM, asked + " is below the minimum of " + minimum);
            }
        }

        private void leaveOutAll(NotDunnedReason reason, String detail) {
            candidates.forEach(it -> leaveOut(it.item(), reason, it.amount(), detail));
            candidates.clear();
        }

        private void leaveOut(OpenItem item, NotDunnedReason reason, Money amount, String detail) {
            notDunned.add(new NotDunned(item.key(), reason, amount, detail));
        }

        private Money total() {
            return Stream.concat(candidates.stream().map(Candidate::amount), waiting.stream().map(Waiting::amount))
                    .reduce(Money::plus)
                    .orElseThrow();
        }

        private Letter letter() {
            var highest = candidates.stream()
                    .map(Candidate::level)
                    .max(Comparator.comparingInt(DunningLevel::level))
                    .orElseThrow();
            return new Letter(highest, Objects.equals(highest, levels.getFirst()), situation.procedure(),
                    candidates.stream().map(Candidate::asked).toList(), waiting.stream().map(Waiting::asked).toList(),
                    total());
        }
    }
}
