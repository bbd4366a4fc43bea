package io.receivables.query.ledger;

import java.time.LocalDate;

/**
 * A fact under the date on which it is booked.
 *
 * @param entry what is booked together has the same: the position of the first fact of it
 */
public record BookedFact(PastFact fact, LocalDate accountingDate, long entry) {}
