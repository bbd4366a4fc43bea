package io.receivables.query.ledger;

import java.time.LocalDate;
import java.util.Map;

/**
 * The corner of whole months that lies nearest to a cut: what is dated up to {@code date} and was recorded up to
 * {@code position} is a sum of roll-ups. The way from there to the cut is a matter of days.
 *
 * @param date the last day of a month
 * @param recordedMonth the first day of a month (UTC)
 * @param position of the last fact that was recorded in that month or before
 */
public record MonthEnd(LocalDate date, LocalDate recordedMonth, long position) {

    /** For a statement that takes whole months of recording, and adds or takes away what was recorded up to the cut. */
    Map<String, Object> parameters(AsOf cut) {
        boolean factsMissing = cut.position() > position;
        return Map.of("recordedMonth", recordedMonth, "factSign", factsMissing ? 1 : -1,
                "factFrom", factsMissing ? position : cut.position(),
                "factTo", factsMissing ? cut.position() : position);
    }
}
