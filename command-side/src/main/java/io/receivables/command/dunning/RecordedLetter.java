package io.receivables.command.dunning;

import io.receivables.command.dunning.DunningPlan.Situation;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.openitem.OpenItem.Dates;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DunningRules;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A letter that was sent, to be decided again by other rules. What was disputed, promised, blocked or held by others had left its
 * amounts before any level was looked at, and stays out of them.
 *
 * @param issuedBy the rules that it was decided by
 * @param before the reminder that each item of the account had been in last
 */
public record RecordedLetter(DunningLetterIssued letter, DunningRules issuedBy, Map<Key, LastReminder> before) {

    private static final Comparator<DunnedItem> BY_ITEM = Comparator.comparing(DunnedItem::dueDate)
            .thenComparing(it -> it.invoiceId().value())
            .thenComparing(DunnedItem::instalment);

    /** What other rules come to. */
    public sealed interface Again {

        /** The letter of the plan, or none. */
        record Decided(DunningPlan plan) implements Again {}

        /** The fact does not tell enough for an answer; nothing is guessed. */
        record Untold(String why) implements Again {}
    }

    /**
     * Decides by the rule of every run. The balance of the account is not in the fact, only within bounds: an answer that
     * would hang on it is none.
     */
    public Again under(DunningRules rules) {
        long from = firstDay(rules);
        long told = firstDay(issuedBy);
        if (from < told) {
            return new Again.Untold("items from " + from + " to " + (told - 1)
                    + " days past due would be asked for, and its fact does not name them");
        }
        var least = leastBalance();
        if (!isLetterOf(plan(issuedBy, least))) {
            return new Again.Untold("version " + letter.policyVersion() + " does not come to it by what is recorded");
        }
        var plan = plan(rules, letter.amountDue());
        return Objects.equals(plan.letter(), plan(rules, least).letter())
                ? new Again.Decided(plan)
                : new Again.Untold("the account owed " + least + " or more; whether that reached the minimum of "
                        + rules.minimumAmount() + " is not recorded");
    }

    /** From how many days past due on rules speak of an item: what is not late only if its level is reached. */
    private long firstDay(DunningRules rules) {
        int grace = rules.graceDaysInForce();
        return grace > 0
                ? grace + 1
                : rules.levels(letter.procedure())
                        .stream()
                        .mapToInt(it -> Math.min(it.daysPastDue(), 1))
                        .min()
                        .orElse(1);
    }

    /** It was above zero and not below the minimum, or there would be no letter. */
    private Money leastBalance() {
        var currency = letter.amountDue().currency();
        var least = letter.amountDue()
                .plus(letter.charges())
                .minus(letter.unapplied())
                .max(Money.ofMinorUnits(1, currency));
        var minimum = issuedBy.minimumAmount();
        return minimum != null && minimum.currency().equals(currency) ? least.max(minimum) : least;
    }

    private boolean isLetterOf(DunningPlan plan) {
        var again = plan.letter();
        return again != null && again.level().level() == letter.level()
                && again.amountDue().equals(letter.amountDue())
                && inOrder(again.items()).equals(inOrder(letter.items()));
    }

    private DunningPlan plan(DunningRules rules, Money balance) {
        return DunningPlan.of(new Situation(items(), letter.procedure(), balance, before, List.of()), rules, date());
    }

    private List<OpenItem> items() {
        return inOrder(Stream.concat(letter.items().stream(), letter.besides().stream()).toList()).stream()
                // When they were issued has no say: it was before the letter.
                .map(it -> new OpenItem(key(letter, it), new Dates(date(), it.dueDate()), it.amount()))
                .toList();
    }

    private LocalDate date() {
        return letter.effectiveDate();
    }

    /** By due date, whatever the order in which a letter names them. */
    public static List<DunnedItem> inOrder(List<DunnedItem> items) {
        return items.stream().sorted(BY_ITEM).toList();
    }

    /** Finds an item of a letter among the reminders. */
    public static Key key(DunningLetterIssued letter, DunnedItem item) {
        return new Key(letter.accountId(), Kind.INVOICE, item.invoiceId().value(), item.instalment());
    }
}
