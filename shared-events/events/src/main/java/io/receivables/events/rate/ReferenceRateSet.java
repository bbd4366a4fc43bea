package io.receivables.events.rate;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Values of a reference rate became known, or known better: of one half-year the highest version counts.
 *
 * @param version counts from 1 for each rate, one for each time that values are set
 * @param source where the values were published
 * @param effectiveDate the day on which they were set
 */
@Revision("1")
public record ReferenceRateSet(String rate, int version, List<HalfYearRate> values, String source,
        LocalDate effectiveDate) implements ReferenceRateEvent {}
