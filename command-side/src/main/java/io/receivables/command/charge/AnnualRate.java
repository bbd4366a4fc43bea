package io.receivables.command.charge;

import io.receivables.events.charge.AppliedReference;
import io.receivables.events.money.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * The rate of a year that interest is computed with.
 *
 * @param reference null for an agreed rate that no floor has raised
 */
record AnnualRate(Percentage percent, @Nullable AppliedReference reference) {}
