package io.receivables.command.policy.simulate;

import java.util.List;

/**
 * The letters of the span, as far as the answer has read.
 *
 * @param totals by currency
 * @param runs that have completed
 * @param notDunned late items that these runs left out. Runs count them and record none, so no letter is simulated for them: a
 * policy that is sharper would have sent more
 */
record SimulatedDunning(List<DunningTotals> totals, int runs, int notDunned) {}
