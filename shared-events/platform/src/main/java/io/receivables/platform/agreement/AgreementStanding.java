package io.receivables.platform.agreement;

import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.PaymentPlanAccelerated;
import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanCancelled;
import io.receivables.events.account.PaymentPlanCompleted;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanNoticeGiven;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PaymentPlanResumed;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseWithdrawn;
import io.receivables.platform.agreement.PlanStanding.Notice;
import io.receivables.platform.agreement.PlanStanding.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The promises and payment plans of one account, folded from its facts in the order in which they were recorded. */
public record AgreementStanding(List<PromiseStanding> promises, List<PlanStanding> plans) {

    /** Of an account that nothing was agreed with. */
    public static final AgreementStanding NONE = new AgreementStanding(List.of(), List.of());

    public AgreementStanding after(CustomerAccountEvent event) {
        return switch (event) {
            case PromiseMade made -> new AgreementStanding(
                    appended(promises, new PromiseStanding(made, null, List.of())), plans);
            case PromiseWithdrawn withdrawn -> promise(withdrawn.promiseId(),
                    it -> new PromiseStanding(it.made(), withdrawn, it.judgements()));
            case PromiseJudged judged -> promise(judged.promiseId(),
                    it -> new PromiseStanding(it.made(), it.withdrawn(), appended(it.judgements(), judged)));
            case PaymentPlanProposed proposed -> new AgreementStanding(promises,
                    appended(plans, new PlanStanding(proposed, null, List.of(), List.of())));
            case PaymentPlanAccepted accepted -> plan(accepted.planId(), it -> new PlanStanding(it.proposed(), accepted,
                    appended(it.steps(), new Step(PlanStatus.IN_FORCE, accepted.effectiveDate(), null, null, null)),
                    it.notices()));
            case PaymentPlanBreached breached -> step(breached.planId(), new Step(PlanStatus.BREACHED,
                    breached.effectiveDate(), breached.rate(), breached.missing(), null));
            case PaymentPlanResumed resumed -> step(resumed.planId(), new Step(PlanStatus.IN_FORCE,
                    resumed.effectiveDate(), null, resumed.paid(), null));
            case PaymentPlanCompleted completed -> step(completed.planId(), new Step(PlanStatus.COMPLETED,
                    completed.effectiveDate(), null, completed.paid(), null, completed.writtenOff()));
            case PaymentPlanAccelerated accelerated -> step(accelerated.planId(), new Step(PlanStatus.ACCELERATED,
                    accelerated.effectiveDate(), null, accelerated.balance(), null));
            case PaymentPlanCancelled cancelled -> step(cancelled.planId(), new Step(PlanStatus.CANCELLED,
                    cancelled.effectiveDate(), null, null, cancelled.reason()));
            case PaymentPlanNoticeGiven given -> plan(given.planId(), it -> new PlanStanding(it.proposed(),
                    it.accepted(), it.steps(), appended(it.notices(),
                            new Notice(given.effectiveDate(), given.deadline(), given.reference()))));
            // About something else than promises and plans.
            default -> this;
        };
    }

    public Optional<PromiseStanding> promise(PromiseId id) {
        return promises.stream().filter(it -> it.made().promiseId().equals(id)).findFirst();
    }

    /**
     * The word that was given last and not kept: of the promises that were not withdrawn and whose days have passed, or that are
     * kept, the one with the latest promised date, if it is broken or kept in part.
     */
    public Optional<PromiseStanding> brokenWordAt(LocalDate date) {
        return promises.stream()
                .filter(it -> it.existsAt(date) && isDecidedAt(it, date))
                .max(Comparator.comparing((PromiseStanding it) -> it.made().promisedDate())
                        .thenComparing(it -> it.made().effectiveDate()))
                .filter(it -> it.statusAt(date) != PromiseStatus.KEPT);
    }

    /** A promise whose day has passed counts as broken also before that was judged. */
    private static boolean isDecidedAt(PromiseStanding promise, LocalDate date) {
        var status = promise.statusAt(date);
        return status != PromiseStatus.WITHDRAWN
                && (status != PromiseStatus.OPEN || date.isAfter(promise.made().lastDay()));
    }

    public Optional<PlanStanding> plan(PaymentPlanId id) {
        return plans.stream().filter(it -> it.proposed().planId().equals(id)).findFirst();
    }

    private AgreementStanding promise(PromiseId id, UnaryOperator<PromiseStanding> change) {
        return new AgreementStanding(promises.stream()
                .map(it -> it.made().promiseId().equals(id) ? change.apply(it) : it)
                .toList(), plans);
    }

    private AgreementStanding step(PaymentPlanId id, Step step) {
        return plan(id, it -> new PlanStanding(it.proposed(), it.accepted(), appended(it.steps(), step), it.notices()));
    }

    private AgreementStanding plan(PaymentPlanId id, UnaryOperator<PlanStanding> change) {
        return new AgreementStanding(promises, plans.stream()
                .map(it -> it.proposed().planId().equals(id) ? change.apply(it) : it)
                .toList());
    }

    private static <T> List<T> appended(List<T> list, T last) {
        var all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }
}
