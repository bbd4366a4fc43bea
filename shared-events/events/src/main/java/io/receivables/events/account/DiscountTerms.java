package io.receivables.events.account;

import io.receivables.events.money.Percentage;

/**
 * An early-payment discount, "2/10": {@code percent} off when paid within {@code withinDays} of the issue date.
 */
public record DiscountTerms(Percentage percent, int withinDays, TaxMode taxMode) {}
