package io.receivables.query.ledger;

/**
 * What the class of risk of a customer account rests on.
 *
 * @param settled in the last twelve months
 * @param oldestDaysPastDue of what is open at the date; zero when nothing is past due
 * @param brokenPromises that were broken in the last twelve months, and are so at the date
 */
public record RiskFigures(Settled settled, int oldestDaysPastDue, int brokenPromises) {

    /** Nothing was settled, nothing is late and no promise was broken. */
    static final RiskFigures NOTHING = new RiskFigures(Settled.NOTHING, 0, 0);
}
