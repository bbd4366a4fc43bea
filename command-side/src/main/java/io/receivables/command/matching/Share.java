package io.receivables.command.matching;

import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money for a debt.
 *
 * @param instalment null spreads it over the debt, the oldest due first
 * @param amount cash or credit, without the discount that comes with it
 */
public record Share(Debt debt, @Nullable Integer instalment, Money amount) {

    static Share of(Item item, Money amount) {
        return new Share(item.debt(), item.part().instalment(), amount);
    }

    static Money sum(List<Share> shares, Money like) {
        return shares.stream().map(Share::amount).reduce(Money.zero(like.currency()), Money::plus);
    }

    /** Whether it is for this item. */
    boolean isFor(Item item) {
        return debt.documentId().equals(item.debt().documentId())
                && (instalment == null || instalment == item.part().instalment());
    }
}
