package io.receivables.query.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure and what it is made of, as their page shows it.
 *
 * @param whose an account or invoice
 * @param messageKey of the figure's name; null for a bucket, which has a label
 */
record ExplanationSheet(String whose, String link, @Nullable String messageKey, @Nullable String label, String currency,
        Amount figure, String view, Cut cut, List<Line> lines) {

    /** @param documentLink null for a late charge, which has no page */
    record Line(long position, String positionText, String eventLink, LocalDate effectiveDate, String type, String what,
            String kind, String document, @Nullable String documentLink, @Nullable String who, @Nullable String why,
            @Nullable Integer policyVersion, Amount amount) {}
}
