package io.receivables.command.policy.set;

import io.receivables.events.policy.RiskRules;
import io.receivables.events.policy.RiskThresholds;
import org.jspecify.annotations.Nullable;

/** Thresholds that a history can reach. */
final class RiskRulesMustBeSound {

    private RiskRulesMustBeSound() {}

    private static final int MOST_INVOICES = 1_000;
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_PROMISES = 1_000;

    static void check(RiskRules rules) {
        if (rules.minimumSettled() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.minimumSettled(), 1, MOST_INVOICES, "/risk/minimumSettled");
        }
        check(rules.medium(), "/risk/medium");
        check(rules.high(), "/risk/high");
    }

    private static void check(@Nullable RiskThresholds thresholds, String pointer) {
        if (thresholds == null) {
            return;
        }
        requireDays(thresholds.averageDaysLate(), pointer + "/averageDaysLate");
        requireDays(thresholds.oldestDaysPastDue(), pointer + "/oldestDaysPastDue");
        if (thresholds.brokenPromises() != null) {
            PolicyRulesMustBeSound.requireBetween(thresholds.brokenPromises(), 0, MOST_PROMISES,
                    pointer + "/brokenPromises");
        }
        AllowanceRulesMustBeSound.requireShare(thresholds.shareOnTimeBelow(), pointer + "/shareOnTimeBelow");
    }

    private static void requireDays(@Nullable Integer days, String pointer) {
        if (days != null) {
            PolicyRulesMustBeSound.requireBetween(days, 0, MOST_DAYS, pointer);
        }
    }
}
