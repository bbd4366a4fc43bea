package io.receivables.command.policy.simulate;

import io.receivables.command.policy.simulate.SimulatedDecision.Outcome;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What the letters of one currency add up to, as far as the answer has read.
 *
 * @param recorded all that were sent: {@code unchanged}, {@code changedFrom}, {@code dropped} and {@code undecided} together
 * @param simulated all that would be sent in their place: {@code unchanged} and {@code changedTo} together
 * @param changedFrom those that would say something else, as they were sent
 * @param changedTo the same, as they would be
 * @param dropped would not be sent
 * @param undecided may or may not be sent: their facts do not tell
 */
record DunningTotals(Currency currency, LetterSum recorded, LetterSum simulated, LetterSum unchanged,
        LetterSum changedFrom, LetterSum changedTo, LetterSum dropped, LetterSum undecided) {

    static DunningTotals none(Currency currency) {
        var none = LetterSum.none(currency);
        return new DunningTotals(currency, none, none, none, none, none, none, none);
    }

    /** @param again null where it is not sent, or that is not known */
    DunningTotals with(Outcome outcome, LetterInShort sent, @Nullable LetterInShort again) {
        return new DunningTotals(currency, recorded.plus(sent), again == null ? simulated : simulated.plus(again),
                outcome == Outcome.UNCHANGED ? unchanged.plus(sent) : unchanged,
                outcome == Outcome.CHANGED ? changedFrom.plus(sent) : changedFrom,
                outcome == Outcome.CHANGED && again != null ? changedTo.plus(again) : changedTo,
                outcome == Outcome.DROPPED ? dropped.plus(sent) : dropped,
                outcome == Outcome.UNDECIDED ? undecided.plus(sent) : undecided);
    }
}
