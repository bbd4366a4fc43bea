package io.receivables.events.account;

import io.receivables.events.money.Percentage;
import java.util.Objects;

/**
 * An early-payment discount, "2/10": {@code percent} off when paid within {@code withinDays} of the issue date.
 */
public record DiscountTerms(Percentage percent, int withinDays, TaxMode taxMode) {

    public DiscountTerms {
        // What a request leaves out.
        taxMode = Objects.requireNonNullElse(taxMode, TaxMode.INCLUDED);
    }
}
