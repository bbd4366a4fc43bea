package io.receivables.events.period;

import io.receivables.events.money.Money;
import java.util.List;

/**
 * What somebody had on the screen when signing.
 *
 * @param asKnown the position of the answer that showed it
 * @param balances at the end of the month, one for each currency
 */
public record SeenBalances(long asKnown, List<Money> balances) {

    public SeenBalances {
        balances = List.copyOf(balances);
    }
}
