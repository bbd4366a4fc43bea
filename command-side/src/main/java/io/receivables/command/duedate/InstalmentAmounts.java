package io.receivables.command.duedate;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.InstalmentTerms;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.platform.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How a total is split into instalments; the parts always add up to it. */
final class InstalmentAmounts {

    /** Percentages have at most so many decimals, so that they become whole weights. */
    private static final int DECIMALS = 6;

    private InstalmentAmounts() {}

    /**
     * Percentages alone split by the largest remainder. Where amounts are used, the last instalment takes the rest, which
     * must be above zero.
     */
    static List<Money> of(List<InstalmentTerms> parts, Money total) {
        return parts.stream().allMatch(part -> part.percent() != null && part.amount() == null)
                ? total.splitBy(parts.stream().map(part -> weight(Objects.requireNonNull(part.percent()))).toList())
                : withRest(parts, total);
    }

    private static List<Money> withRest(List<InstalmentTerms> parts, Money total) {
        var amounts = new ArrayList<Money>();
        var rest = total;
        for (int i = 0; i < parts.size() - 1; i++) {
            var part = parts.get(i);
            var amount = part.amount() == null
                    ? total.percentageRoundedHalfUp(Objects.requireNonNull(part.percent()))
                    : part.amount();
            Amounts.requireCurrency(total.currency(), amount, "/terms/instalments/" + i + "/amount");
            amounts.add(amount);
            rest = rest.minus(amount);
        }
        if (!rest.isPositive()) {
            throw Amounts.refusal(ProblemCode.INSTALMENTS_DO_NOT_ADD_UP, "/terms/instalments",
                    "of a total of " + total + " the terms leave " + rest + " for the last instalment");
        }
        amounts.add(rest);
        return amounts;
    }

    private static long weight(Percentage percentage) {
        return percentage.value().movePointRight(DECIMALS).longValueExact();
    }
}
