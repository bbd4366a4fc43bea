package io.receivables.query.ledger;

import io.receivables.events.policy.RiskClass;
import io.receivables.events.policy.RiskRules;
import io.receivables.events.policy.RiskThresholds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The class of risk that figures come to, and why.
 *
 * @param reasons the thresholds that were passed; for LOW and NOT_ENOUGH_HISTORY what was looked at
 */
public record RiskAssessment(RiskClass riskClass, List<Reason> reasons) {

    /** @param code stable; {@code value} is the figure behind it, {@code threshold} what it was compared with */
    public record Reason(String code, String value, String threshold, String text) {}

    /** Nothing has been settled and nothing is late. */
    public static RiskAssessment ofNothing(RiskRules rules) {
        return new RiskAssessment(RiskClass.NOT_ENOUGH_HISTORY, List.of(tooFew(0, rules)));
    }

    public static RiskAssessment of(RiskFigures figures, RiskRules rules) {
        boolean judged = figures.settled().invoices() >= rules.minimumSettledOrDefault();
        var high = passed(figures, judged, rules.highOrDefault());
        if (!high.isEmpty()) {
            return new RiskAssessment(RiskClass.HIGH, high);
        }
        var medium = passed(figures, judged, rules.mediumOrDefault());
        if (!medium.isEmpty()) {
            return new RiskAssessment(RiskClass.MEDIUM, medium);
        }
        long settled = figures.settled().invoices();
        return judged
                ? new RiskAssessment(RiskClass.LOW, List.of(new Reason("NO_THRESHOLD_PASSED", Long.toString(settled),
                        Integer.toString(rules.minimumSettledOrDefault()),
                        settled + " invoices were settled in twelve months, and no threshold is passed")))
                : new RiskAssessment(RiskClass.NOT_ENOUGH_HISTORY, List.of(tooFew(settled, rules)));
    }

    private static Reason tooFew(long settled, RiskRules rules) {
        int minimum = rules.minimumSettledOrDefault();
        return new Reason("TOO_FEW_SETTLED", Long.toString(settled), Integer.toString(minimum),
                settled + " invoices were settled in twelve months; " + minimum + " are needed");
    }

    private static List<Reason> passed(RiskFigures figures, boolean judged, RiskThresholds thresholds) {
        var reasons = new ArrayList<Reason>();
        var late = figures.settled().averageDaysLate();
        if (judged && late != null && thresholds.averageDaysLate() != null
                && late.compareTo(BigDecimal.valueOf(thresholds.averageDaysLate())) > 0) {
            reasons.add(new Reason("AVERAGE_DAYS_LATE", late.toPlainString(), thresholds.averageDaysLate().toString(),
                    "paid " + late.toPlainString() + " days late on average, more than "
                            + thresholds.averageDaysLate()));
        }
        var onTime = figures.settled().percentOnTime();
        if (judged && onTime != null && thresholds.shareOnTimeBelow() != null
                && onTime.compareTo(thresholds.shareOnTimeBelow().value()) < 0) {
            reasons.add(new Reason("SHARE_ON_TIME", onTime.toPlainString(), thresholds.shareOnTimeBelow().toString(),
                    onTime.toPlainString() + " % came on time, less than " + thresholds.shareOnTimeBelow() + " %"));
        }
        int oldest = figures.oldestDaysPastDue();
        if (thresholds.oldestDaysPastDue() != null && oldest > thresholds.oldestDaysPastDue()) {
            reasons.add(new Reason("OLDEST_DAYS_PAST_DUE", Integer.toString(oldest),
                    thresholds.oldestDaysPastDue().toString(), "the oldest open item is " + oldest
                            + " days past due, more than " + thresholds.oldestDaysPastDue()));
        }
        int broken = figures.brokenPromises();
        if (thresholds.brokenPromises() != null && broken > thresholds.brokenPromises()) {
            reasons.add(new Reason("BROKEN_PROMISES", Integer.toString(broken), thresholds.brokenPromises().toString(),
                    broken + " promises were broken in twelve months, more than " + thresholds.brokenPromises()));
        }
        return List.copyOf(reasons);
    }
}
