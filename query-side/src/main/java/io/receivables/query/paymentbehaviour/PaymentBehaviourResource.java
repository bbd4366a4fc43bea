package io.receivables.query.paymentbehaviour;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.RiskClass;
import io.receivables.query.ledger.RiskAssessment.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account has paid up to a date. Days and shares are weighted by amount and rounded half up to two decimals; what
 * came on the day on which it was due, or before, came on time.
 *
 * @param trend whether the last twelve months were better than those before by a day or more; UNKNOWN where one of them
 *        settled nothing
 * @param oldestDaysPastDue of what is open; zero when nothing is past due
 * @param reminders letters in the last twelve months
 * @param brokenPromises in the last twelve months
 * @param riskPolicyVersion the version of the credit policy that gives the thresholds; absent where none is valid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentBehaviourResource(AccountId accountId, LocalDate asAt, Months last12Months,
        Months previous12Months,
        Trend trend, int oldestDaysPastDue, int reminders, int brokenPromises, RiskClass riskClass,
        List<Reason> riskReasons,
        @Nullable Integer riskPolicyVersion, long position) {

    /** Whether an account pays earlier than it did. */
    public enum Trend {
        IMPROVING,
        STABLE,
        WORSENING,
        UNKNOWN
    }

    /**
     * Twelve months of payments and credits, by the day on which they came.
     *
     * @param settled by cash and credit; the weight of every figure here
     * @param averageDaysLate below zero: early; null where nothing was settled, as the other figures are
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Months(LocalDate from, LocalDate to, long settledInvoices, Money settled,
            @Nullable String averageDaysToPay, @Nullable String averageDaysLate, @Nullable String percentOnTime,
            @Nullable Integer longestDaysLate) {}
}
