package io.receivables.command.rate;

import io.receivables.events.money.Percentage;
import java.time.LocalDate;

/**
 * The value of a reference rate for a half-year, as decisions look it up.
 *
 * @param validFrom 1 January or 1 July
 */
public record ReferenceRate(LocalDate validFrom, Percentage percent, int version, String source) {}
