package io.receivables.events.charge;

import io.receivables.events.money.Percentage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated reference rate as a charge has used it.
 *
 * @param rate its name: {@code ECB_MRO}
 * @param halfYear the first day of the half-year that it is for
 * @param percent its value then
 * @param version of the value, which counts up when a half-year's value is set again
 * @param source where the value was published
 * @param floor set when the agreed rate was below the legal minimum, which was applied in its place
 */
public record AppliedReference(String rate, LocalDate halfYear, Percentage percent, int version, String source,
        @Nullable Percentage floor) {}
