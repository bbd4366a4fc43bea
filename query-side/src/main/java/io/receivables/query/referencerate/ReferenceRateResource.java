package io.receivables.query.referencerate;

import io.receivables.events.money.Percentage;
import java.time.LocalDate;

/**
 * The value of a reference rate for a half-year.
 *
 * @param validFrom the first day of the half-year
 * @param validTo the last one
 * @param version counts the times that values of the rate were set; of a half-year the highest counts
 */
public record ReferenceRateResource(String rate, LocalDate validFrom, LocalDate validTo, Percentage percent,
        int version, String source) {}
