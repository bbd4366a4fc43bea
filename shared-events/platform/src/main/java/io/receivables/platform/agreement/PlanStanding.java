package io.receivables.platform.agreement;

import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment plan with what became of it.
 *
 * @param steps in the order in which they were recorded; of those that count at a date the last one holds
 * @param notices the formal notices, in the order in which they were given
 */
public record PlanStanding(PaymentPlanProposed proposed, @Nullable PaymentPlanAccepted accepted, List<Step> steps,
        List<Notice> notices) {

    /**
     * @param rate the first rate that is not paid, of a breach; else null
     * @param amount BREACHED: what is missing; ACCELERATED: what is left of the plan; else what is paid; null where nobody
     *        looked
     * @param reason of a cancellation; else null
     * @param writtenOff what was given up of a plan that is COMPLETED and not paid; else null
     */
    public record Step(PlanStatus status, LocalDate from, @Nullable Integer rate, @Nullable Money amount,
            @Nullable String reason, @Nullable Money writtenOff) {

        Step(PlanStatus status, LocalDate from, @Nullable Integer rate, @Nullable Money amount,
                @Nullable String reason) {
            this(status, from, rate, amount, reason, null);
        }
    }

    /** @param deadline the last day to pay what is missing */
    public record Notice(LocalDate date, LocalDate deadline, @Nullable String reference) {}

    public boolean existsAt(LocalDate date) {
        return !proposed.effectiveDate().isAfter(date);
    }

    public PlanStatus statusAt(LocalDate date) {
        return stepAt(date).map(Step::status).orElse(PlanStatus.PROPOSED);
    }

    /** The step that holds at a date; empty while it is only proposed. */
    public Optional<Step> stepAt(LocalDate date) {
        return steps.reversed().stream().filter(it -> !it.from().isAfter(date)).findFirst();
    }

    /** The notice that runs, or ran, at a date: the last one given since the plan was breached last. */
    public Optional<Notice> noticeAt(LocalDate date) {
        return stepAt(date).filter(step -> step.status() == PlanStatus.BREACHED)
                .flatMap(breach -> notices.reversed()
                        .stream()
                        .filter(it -> !it.date().isAfter(date) && !it.date().isBefore(breach.from()))
                        .findFirst());
    }

    public Money total() {
        return proposed.rates().stream().map(PlanRate::amount).reduce(Money::plus).orElseThrow();
    }

    public Optional<PlanItem> item(String invoiceId, int instalment) {
        return proposed.items()
                .stream()
                .filter(it -> it.invoiceId().value().equals(invoiceId) && it.instalment() == instalment)
                .findFirst();
    }
}
