package io.receivables.events;

import java.time.LocalDate;

/** A fact that was recorded. It is never edited: a correction is a new fact. */
public interface ReceivablesEvent {

    /** The business date from which the fact counts; it may lie before the day on which it was recorded. */
    LocalDate effectiveDate();
}
