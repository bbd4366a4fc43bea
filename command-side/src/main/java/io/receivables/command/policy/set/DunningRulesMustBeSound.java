package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.policy.DunningRules;
import io.receivables.platform.problem.ProblemCode;
import java.util.Currency;

/** Levels rise, and so do the days from which they apply. */
final class DunningRulesMustBeSound {

    private DunningRulesMustBeSound() {}

    private static final int MOST_DAYS = 3_650;

    static void check(DunningRules rules, Currency base) {
        for (int i = 0; i < rules.levels().size(); i++) {
            var level = rules.levels().get(i);
            var pointer = "/dunning/levels/" + i;
            PolicyRulesMustBeSound.requireBetween(level.level(), 1, 99, pointer + "/level");
            PolicyRulesMustBeSound.requireBetween(level.daysPastDue(), 0, MOST_DAYS, pointer + "/daysPastDue");
            if (level.minDaysSincePrevious() != null) {
                PolicyRulesMustBeSound.requireBetween(level.minDaysSincePrevious(), 0, MOST_DAYS,
                        pointer + "/minDaysSincePrevious");
            }
            if (level.fee() != null) {
                PolicyRulesMustBeSound.requireNotNegative(level.fee(), base, pointer + "/fee");
            }
            if (i > 0) {
                var previous = rules.levels().get(i - 1);
                requireAbove(level.level(), previous.level(), pointer + "/level");
                requireAbove(level.daysPastDue(), previous.daysPastDue(), pointer + "/daysPastDue");
            }
        }
    }

    private static void requireAbove(int value, int previous, String pointer) {
        if (value <= previous) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                    value + " is not above the " + previous + " of the level before");
        }
    }
}
