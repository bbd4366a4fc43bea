package io.receivables.events.policy;

import io.receivables.events.money.Percentage;

/**
 * A rate below which interest may not be agreed: a multiple of a dated reference rate. In France three times the legal rate
 * (C. com. L441-10 II).
 *
 * @param reference {@code FR_LEGAL_RATE_B2B}
 * @param multiple what the reference is multiplied by
 */
public record RateFloor(String reference, Percentage multiple) {}
