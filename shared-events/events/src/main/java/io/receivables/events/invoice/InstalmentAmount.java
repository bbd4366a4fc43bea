package io.receivables.events.invoice;

import io.receivables.events.money.Money;
import java.util.List;

/** An amount of one instalment, above zero. */
public record InstalmentAmount(int instalment, Money amount) {

    public static Money total(List<InstalmentAmount> parts) {
        return parts.stream().map(InstalmentAmount::amount).reduce(Money::plus).orElseThrow();
    }
}
