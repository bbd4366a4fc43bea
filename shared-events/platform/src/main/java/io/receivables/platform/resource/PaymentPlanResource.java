package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.money.Money;
import io.receivables.platform.agreement.PlanStanding;
import io.receivables.platform.agreement.PlanStanding.Notice;
import io.receivables.platform.agreement.PlanStanding.Step;
import io.receivables.platform.agreement.PlanStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agreed schedule of payments, as it stands at a date.
 *
 * @param items what it covers; their due dates are those of the contract
 * @param total what it covers, and the sum of the rates
 * @param evidence of the customer's acceptance; null until then
 * @param rules that it is held to; null until it is accepted
 * @param breachedRate the first rate that was not paid, number from 1; null unless it is breached
 * @param missing what was missing when it was breached; null unless it is
 * @param noticeDeadline the last day to pay what is missing; null unless a formal notice runs
 * @param writtenOff what was given up of it and not paid; null unless it is completed and something was
 * @param cancellation why it was cancelled; null unless it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentPlanResource(PaymentPlanId planId, AccountId accountId, PlanStatus status, LocalDate statusSince,
        Money total, List<PlanItem> items, List<PlanRate> rates, String reason, @Nullable String evidence,
        @Nullable LocalDate acceptedDate, @Nullable PlanRules rules, @Nullable Integer breachedRate,
        @Nullable Money missing, @Nullable LocalDate noticeDeadline, @Nullable Money writtenOff,
        @Nullable String cancellation, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    public static PaymentPlanResource of(PlanStanding plan, LocalDate asAt, long version) {
        var proposed = plan.proposed();
        var accepted = Optional.ofNullable(plan.accepted()).filter(it -> !it.effectiveDate().isAfter(asAt));
        var step = plan.stepAt(asAt);
        var breach = step.filter(it -> it.status() == PlanStatus.BREACHED);
        return new PaymentPlanResource(proposed.planId(), proposed.accountId(), plan.statusAt(asAt),
                step.map(Step::from).orElse(proposed.effectiveDate()), plan.total(), proposed.items(),
                proposed.rates(), proposed.reason(), accepted.map(PaymentPlanAccepted::evidence).orElse(null),
                accepted.map(PaymentPlanAccepted::effectiveDate).orElse(null),
                accepted.map(PaymentPlanAccepted::rules).orElse(null), breach.map(Step::rate).orElse(null),
                breach.map(Step::amount).orElse(null), plan.noticeAt(asAt).map(Notice::deadline).orElse(null),
                step.map(Step::writtenOff).orElse(null), step.map(Step::reason).orElse(null), proposed.effectiveDate(),
                version, null);
    }

    @Override
    public PaymentPlanResource at(long at) {
        return new PaymentPlanResource(planId, accountId, status, statusSince, total, items, rates, reason, evidence,
                acceptedDate, rules, breachedRate, missing, noticeDeadline, writtenOff, cancellation, effectiveDate,
                version, at);
    }
}
