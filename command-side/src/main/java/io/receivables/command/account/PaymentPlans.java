package io.receivables.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanCancelled;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanNoticeGiven;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.money.Money;
import io.receivables.events.policy.BreachEffect;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.platform.agreement.PlanStanding;
import io.receivables.platform.agreement.PlanStatus;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides about payment plans. */
final class PaymentPlans {

    private final CustomerAccountOpened opened;
    private final AgreementStanding standing;

    PaymentPlans(CustomerAccountOpened opened, AgreementStanding standing) {
        this.opened = opened;
        this.standing = standing;
    }

    void propose(PaymentPlanClaim claim) {
        if (standing.plan(claim.planId()).isPresent()) {
            throw new Refusal(ProblemCode.PAYMENT_PLAN_ALREADY_EXISTS,
                    "payment plan " + claim.planId() + " already exists");
        }
        if (claim.items().isEmpty()) {
            throw Amounts.refusal(ProblemCode.NOTHING_TO_PLAN, "/items",
                    "nothing of the items is open at " + claim.effectiveDate() + " and ever after");
        }
        requireRates(claim.rates(), claim.effectiveDate());
        var covered = claim.items().stream().map(PlanItem::amount).reduce(Money::plus).orElseThrow();
        var rates = claim.rates().stream().map(PlanRate::amount).reduce(Money::plus).orElseThrow();
        if (!covered.equals(rates)) {
            throw Amounts.refusal(ProblemCode.PAYMENT_PLAN_NOT_SUM, "/rates",
                    "the rates are " + rates + ", but " + covered + " is covered");
        }
        apply(new PaymentPlanProposed(opened.accountId(), opened.legalEntity(), claim.planId(), claim.items(),
                claim.rates(), claim.reason(), claim.effectiveDate()));
    }

    private void requireRates(List<PlanRate> rates, LocalDate from) {
        for (int i = 0; i < rates.size(); i++) {
            var rate = rates.get(i);
            Amounts.requireCurrency(opened.currency(), rate.amount(), "/rates/" + i + "/amount");
            Amounts.requirePositive(rate.amount(), "/rates/" + i + "/amount");
            var pointer = "/rates/" + i + "/dueDate";
            if (rate.dueDate().isBefore(from)) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                        "rate " + rate.dueDate() + " is before the plan, " + from);
            }
            if (i > 0 && !rate.dueDate().isAfter(rates.get(i - 1).dueDate())) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                        "rate " + rate.dueDate() + " is not after the one before, " + rates.get(i - 1).dueDate());
            }
        }
    }

    /** @throws Refusal IN_PAYMENT_PLAN: an item is in another plan that binds */
    void accept(PaymentPlanId id, String evidence, PlanRules rules, LocalDate date) {
        var plan = require(id);
        if (plan.statusAt(LocalDate.MAX) != PlanStatus.PROPOSED) {
            throw new Refusal(ProblemCode.PAYMENT_PLAN_NOT_PROPOSED, "payment plan " + id + " is "
                    + plan.statusAt(LocalDate.MAX) + " since " + plan.stepAt(LocalDate.MAX).orElseThrow().from());
        }
        Amounts.requireNotBefore(date, plan.proposed().effectiveDate(), "payment plan " + id);
        for (var item : plan.proposed().items()) {
            var other = binding(item);
            if (other != null) {
                throw new Refusal(ProblemCode.IN_PAYMENT_PLAN, "instalment " + item.instalment() + " of invoice "
                        + item.invoiceId() + " is in payment plan " + other.proposed().planId() + " already");
            }
        }
        apply(new PaymentPlanAccepted(opened.accountId(), opened.legalEntity(), id, evidence, rules, date));
    }

    /** The plan, accepted and not ended, that covers an item; null when none does. */
    private @Nullable PlanStanding binding(PlanItem item) {
        return standing.plans()
                .stream()
                .filter(it -> it.statusAt(LocalDate.MAX).binds())
                .filter(it -> it.item(item.invoiceId().value(), item.instalment()).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** After the notice and its days the whole balance falls due, unless what is missing is paid by then. */
    void giveNotice(PaymentPlanId id, @Nullable String reference, LocalDate date) {
        var plan = require(id);
        var accepted = plan.accepted();
        var step = plan.stepAt(date);
        if (accepted == null || step.isEmpty() || step.get().status() != PlanStatus.BREACHED
                || plan.statusAt(LocalDate.MAX) != PlanStatus.BREACHED) {
            throw new Refusal(ProblemCode.PAYMENT_PLAN_NOT_BREACHED, "payment plan " + id + " is "
                    + plan.statusAt(date) + " at " + date + ", not in breach");
        }
        if (accepted.rules().breachEffect() != BreachEffect.ACCELERATION) {
            throw new Refusal(ProblemCode.PAYMENT_PLAN_NOT_ACCELERABLE, "payment plan " + id
                    + " was accepted under a policy whose effect of a breach is " + accepted.rules().breachEffect());
        }
        apply(new PaymentPlanNoticeGiven(opened.accountId(), opened.legalEntity(), id,
                date.plusDays(accepted.rules().noticeDays()), reference, date));
    }

    void cancel(PaymentPlanId id, String reason, LocalDate date) {
        var plan = require(id);
        var status = plan.statusAt(LocalDate.MAX);
        if (status != PlanStatus.PROPOSED && !status.binds()) {
            throw new Refusal(ProblemCode.PAYMENT_PLAN_ENDED, "payment plan " + id + " is " + status + " since "
                    + plan.stepAt(LocalDate.MAX).orElseThrow().from());
        }
        var begun = plan.accepted() == null ? plan.proposed().effectiveDate() : plan.accepted().effectiveDate();
        Amounts.requireNotBefore(date, begun, "payment plan " + id);
        apply(new PaymentPlanCancelled(opened.accountId(), opened.legalEntity(), id, reason, date));
    }

    private PlanStanding require(PaymentPlanId id) {
        return standing.plan(id)
                .orElseThrow(() -> new Refusal(ProblemCode.PAYMENT_PLAN_NOT_FOUND,
                        "no payment plan " + id + " on account " + opened.accountId()));
    }
}
