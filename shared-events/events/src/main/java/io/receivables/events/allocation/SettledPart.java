package io.receivables.events.allocation;

import io.receivables.events.money.Money;
import java.util.List;

/**
 * What an allocation settles of one instalment.
 *
 * @param instalment number from 1
 * @param amount cash or credit used, zero or more
 * @param discount early-payment discount granted on top, zero or more
 */
public record SettledPart(int instalment, Money amount, Money discount) {

    /** What the instalment's open amount falls by. */
    public Money settled() {
        return amount.plus(discount);
    }

    public static Money amountOf(List<SettledPart> parts) {
        return parts.stream().map(SettledPart::amount).reduce(Money::plus).orElseThrow();
    }

    public static Money discountOf(List<SettledPart> parts) {
        return parts.stream().map(SettledPart::discount).reduce(Money::plus).orElseThrow();
    }
}
