package io.receivables.command.dunning;

import java.time.LocalDate;

/**
 * The reminder that an item was in last.
 *
 * @param level it was at
 * @param date of the letter
 */
public record LastReminder(int level, LocalDate date) {}
