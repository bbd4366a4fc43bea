package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * How the behaviour of a customer becomes a class of risk: HIGH where a threshold of {@code high} is passed, else MEDIUM
 * where one of {@code medium} is, else LOW. What is open and late, and broken promises, count from the first invoice on.
 *
 * @param minimumSettled invoices that a customer has settled before its behaviour says anything; null: 3
 * @param medium null: more than 10 days late on average, less than 70 % on time, open for more than 30 days past due, or a
 *        broken promise
 * @param high null: more than 30 days late on average, less than 40 % on time, open for more than 90 days past due, or more
 *        than two broken promises
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskRules(@Nullable Integer minimumSettled, @Nullable RiskThresholds medium,
        @Nullable RiskThresholds high) {

    private static final int USUAL_MINIMUM = 3;
    private static final RiskThresholds USUAL_MEDIUM = new RiskThresholds(10, Percentage.of("70"), 30, 0);
    private static final RiskThresholds USUAL_HIGH = new RiskThresholds(30, Percentage.of("40"), 90, 2);

    /** Where no policy says otherwise. */
    public static final RiskRules DEFAULT = new RiskRules(null);

    /** With the usual thresholds. */
    public RiskRules(@Nullable Integer minimumSettled) {
        this(minimumSettled, null, null);
    }

    public static RiskRules orDefault(@Nullable PolicyRules rules) {
        return rules == null || rules.risk() == null ? DEFAULT : rules.risk();
    }

    public int minimumSettledOrDefault() {
        return minimumSettled == null ? USUAL_MINIMUM : minimumSettled;
    }

    public RiskThresholds mediumOrDefault() {
        return medium == null ? USUAL_MEDIUM : medium;
    }

    public RiskThresholds highOrDefault() {
        return high == null ? USUAL_HIGH : high;
    }
}
