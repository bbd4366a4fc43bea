package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What disputes, promises and payment plans are held to.
 *
 * @param promiseGraceDays days after the promised date on which money still keeps the promise; null: 0
 * @param disputeAnswerDays days within which a dispute must be answered when it names no deadline; null: 30
 * @param planGraceDays days after a rate's due date on which it may still be paid; null: 0
 * @param planTolerance so much may be missing of a plan without breach, in the base currency; null: nothing
 * @param planBreachEffect null: REMINDER
 * @param noticeDays days that a formal notice leaves before the whole balance falls due; null: 8
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementRules(@Nullable Integer promiseGraceDays, @Nullable Integer disputeAnswerDays,
        @Nullable Integer planGraceDays, @Nullable Money planTolerance, @Nullable BreachEffect planBreachEffect,
        @Nullable Integer noticeDays) {

    /** Where no policy says otherwise. */
    public static final AgreementRules DEFAULT = new AgreementRules(null, null, null, null, null, null);

    private static final int ANSWER_DAYS = 30;
    private static final int NOTICE_DAYS = 8;

    public int promiseGrace() {
        return promiseGraceDays == null ? 0 : promiseGraceDays;
    }

    public int answerDays() {
        return disputeAnswerDays == null ? ANSWER_DAYS : disputeAnswerDays;
    }

    public int planGrace() {
        return planGraceDays == null ? 0 : planGraceDays;
    }

    public BreachEffect breachEffect() {
        return planBreachEffect == null ? BreachEffect.REMINDER : planBreachEffect;
    }

    public int daysOfNotice() {
        return noticeDays == null ? NOTICE_DAYS : noticeDays;
    }
}
