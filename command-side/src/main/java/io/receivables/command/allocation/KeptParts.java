package io.receivables.command.allocation;

import io.receivables.events.allocation.SettledPart;
import io.receivables.events.money.Money;
import java.util.ArrayList;
import java.util.List;

/** What stays of an allocation when some of its amount is taken back, the last instalment first. */
final class KeptParts {

    private KeptParts() {}

    /** The cash alone stays. */
    static List<SettledPart> withoutDiscount(List<SettledPart> parts) {
        return parts.stream()
                .filter(part -> part.amount().isPositive())
                .map(part -> new SettledPart(part.instalment(), part.amount(), Money.zero(part.amount().currency())))
                .toList();
    }

    /** The discount of each part stays in proportion to its amount, rounded half up. */
    static List<SettledPart> after(Money taken, List<SettledPart> parts) {
        var left = SettledPart.amountOf(parts).minus(taken);
        var kept = new ArrayList<SettledPart>();
        for (var part : parts) {
            if (left.isZero()) {
                break;
            }
            var amount = left.min(part.amount());
            left = left.minus(amount);
            kept.add(new SettledPart(part.instalment(), amount, amount.equals(part.amount())
                    ? part.discount()
                    : part.discount().ratioRoundedHalfUp(amount.amount(), part.amount().amount())));
        }
        return kept;
    }
}
