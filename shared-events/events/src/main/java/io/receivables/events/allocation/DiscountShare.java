package io.receivables.events.allocation;

import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;

/**
 * The part of a discount that falls on the lines of one tax rate.
 *
 * @param base what the revenue net of tax falls by
 * @param tax what the tax collected falls by; zero where the tax is kept, or was reduced at issue already
 */
public record DiscountShare(Percentage taxRate, Money base, Money tax) {}
