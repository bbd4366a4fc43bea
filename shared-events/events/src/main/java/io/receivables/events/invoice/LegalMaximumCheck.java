package io.receivables.events.invoice;

import io.receivables.events.policy.DueDateLimit;
import java.time.LocalDate;

/**
 * An invoice's due dates held against the legal maximum.
 *
 * @param dueDate of the instalment that goes furthest
 * @param latestDueDate the latest day on which that instalment may fall due
 * @param limit the limit that allows that day
 * @param source where the rule is written
 * @param daysOver days by which the due date exceeds the maximum; zero when it does not
 */
public record LegalMaximumCheck(LocalDate dueDate, LocalDate latestDueDate, DueDateLimit limit, String source,
        boolean exceeded, long daysOver) {}
