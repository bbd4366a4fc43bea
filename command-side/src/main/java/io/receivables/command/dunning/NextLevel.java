package io.receivables.command.dunning;

import io.receivables.events.policy.DunningLevel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The level that an item comes to at a date. Days past due are those of the instalment, counted from its own due date; the date
 * of the invoice has no say. Levels are taken one at a time, however late an item is.
 */
sealed interface NextLevel {

    /** The item is reminded of at this level. */
    record Reached(DunningLevel level) implements NextLevel {}

    /** Not now. */
    record Waits(NotDunnedReason reason, String detail) implements NextLevel {}

    /**
     * @param levels of the procedure, rising
     * @param before null: never reminded of
     */
    static NextLevel of(List<DunningLevel> levels, int graceDays, LocalDate due, @Nullable LastReminder before,
            LocalDate asAt) {
        long days = ChronoUnit.DAYS.between(due, asAt);
        int last = before == null ? 0 : before.level();
        var next = levels.stream().filter(it -> it.level() > last).findFirst().orElse(null);
        if (next == null) {
            return new Waits(NotDunnedReason.HIGHEST_LEVEL_REACHED, "level " + last + " is the highest");
        }
        if (graceDays > 0 && days <= graceDays) {
            return new Waits(NotDunnedReason.NOT_YET,
                    days + " days past due are within the " + graceDays + " days of grace");
        }
        if (days < next.daysPastDue()) {
            return new Waits(NotDunnedReason.NOT_YET, "level " + next.level() + " begins at " + next.daysPastDue()
                    + " days past due, not at " + days);
        }
        if (before != null && next.minDaysSincePrevious() != null) {
            long since = ChronoUnit.DAYS.between(before.date(), asAt);
            if (since < next.minDaysSincePrevious()) {
                return new Waits(NotDunnedReason.NOT_YET, "level " + next.level() + " follows "
                        + next.minDaysSincePrevious() + " days after the reminder before, not " + since);
            }
        }
        return new Reached(next);
    }
}
