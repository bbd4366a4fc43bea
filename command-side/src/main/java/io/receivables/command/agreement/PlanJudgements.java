package io.receivables.command.agreement;

import io.receivables.command.invoice.OpenPrincipal;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.PaymentPlanAccelerated;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanCompleted;
import io.receivables.events.account.PaymentPlanResumed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.money.Money;
import io.receivables.platform.agreement.PlanStanding;
import io.receivables.platform.agreement.PlanStanding.Notice;
import io.receivables.platform.agreement.PlanStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a payment plan that was accepted. Money counts from the day it came, whatever instalment of the covered
 * ones it settles; it fills the rates by their dates.
 */
final class PlanJudgements {

    private final PlanStanding plan;
    private final PlanRules rules;
    private final LocalDate accepted;
    private final Map<PlanItem, OpenPrincipal> principals;
    private final Losses losses;

    /** What of an item was written off since the plan was proposed, and is so at a day. */
    interface Losses {

        Money of(PlanItem item, LocalDate day);
    }

    /** @param principals what is open of each item, by date */
    PlanJudgements(PlanStanding plan, PlanRules rules, LocalDate accepted, Map<PlanItem, OpenPrincipal> principals,
            Losses losses) {
        this.plan = plan;
        this.rules = rules;
        this.accepted = accepted;
        this.principals = principals;
        this.losses = losses;
    }

    /** @param rate the first that is not paid; 0 when none is missing */
    private record Verdict(PlanStatus status, int rate, Money amount) {}

    /** The facts that make what is recorded true at every day up to today; see {@link PromiseJudgements#upTo}. */
    List<CustomerAccountEvent> upTo(LocalDate today) {
        var corrections = new ArrayList<CustomerAccountEvent>();
        @Nullable
        LocalDate breachedSince = null;
        @Nullable
        PlanStatus last = null;
        for (var day : daysUpTo(today)) {
            var verdict = at(day);
            breachedSince = verdict.status() != PlanStatus.BREACHED
                    ? null
                    : breachedSince == null ? day : breachedSince;
            boolean accelerated = breachedSince != null && hasLapsed(breachedSince, day);
            var status = accelerated ? PlanStatus.ACCELERATED : verdict.status();
            var recorded = last == null ? plan.statusAt(day) : last;
            if (status != recorded) {
                corrections.add(fact(verdict, accelerated, day));
                last = status;
            }
            if (accelerated) {
                break;
            }
        }
        return List.copyOf(corrections);
    }

    private TreeSet<LocalDate> daysUpTo(LocalDate today) {
        var days = new TreeSet<LocalDate>();
        days.add(accepted);
        plan.proposed().rates().forEach(it -> days.add(firstDayTooLate(it)));
        plan.steps().forEach(it -> days.add(it.from()));
        plan.notices().forEach(it -> days.add(it.deadline().plusDays(1)));
        principals.values().forEach(principal -> {
            for (var next = principal.nextChange(accepted, today); next
                    .isPresent(); next = principal.nextChange(next.get(), today)) {
                days.add(next.get());
            }
        });
        days.removeIf(day -> day.isBefore(accepted) || day.isAfter(today));
        return days;
    }

    /** The next day after today on which time alone may change something; null when there is none. */
    @Nullable
    LocalDate nextDay(LocalDate today) {
        var rates = plan.proposed().rates().stream().map(this::firstDayTooLate);
        var notices = plan.notices().stream().map(it -> it.deadline().plusDays(1));
        var changes = principals.values().stream().flatMap(it -> it.nextChange(today, LocalDate.MAX).stream());
        return Stream.of(rates, notices, changes)
                .flatMap(it -> it)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private LocalDate firstDayTooLate(PlanRate rate) {
        return rate.dueDate().plusDays(rules.graceDays() + 1L);
    }

    /** Whether a notice was given in this breach and its days have passed without cure. */
    private boolean hasLapsed(LocalDate breachedSince, LocalDate day) {
        return plan.notices()
                .stream()
                .filter(it -> !it.date().isBefore(breachedSince))
                .map(Notice::deadline)
                .anyMatch(deadline -> deadline.isBefore(day));
    }

    private Verdict at(LocalDate day) {
        var paid = paidAt(day);
        if (paid.equals(plan.total())) {
            return new Verdict(PlanStatus.COMPLETED, 0, paid);
        }
        var due = Money.zero(paid.currency());
        int firstUnpaid = 0;
        var rates = plan.proposed().rates();
        for (int i = 0; i < rates.size() && !firstDayTooLate(rates.get(i)).isAfter(day); i++) {
            due = due.plus(rates.get(i).amount());
            if (firstUnpaid == 0 && due.isGreaterThan(paid)) {
                firstUnpaid = i + 1;
            }
        }
        var missing = due.minus(paid);
        return missing.isGreaterThan(rules.tolerance())
                ? new Verdict(PlanStatus.BREACHED, firstUnpaid, missing)
                : new Verdict(PlanStatus.IN_FORCE, 0, paid);
    }

    /** What is settled of the amounts that the plan covers. */
    private Money paidAt(LocalDate day) {
        var open = Money.zero(plan.total().currency());
        for (var item : principals.entrySet()) {
            open = open.plus(item.getValue().at(day).min(item.getKey().amount()));
        }
        return plan.total().minus(open);
    }

    /** Nothing is left of it: a customer who was given up has not paid all the same. */
    private PaymentPlanCompleted completed(Money settled, LocalDate day) {
        var it = plan.proposed();
        var lost = Money.zero(settled.currency());
        for (var item : principals.keySet()) {
            lost = lost.plus(losses.of(item, day).min(item.amount()));
        }
        return new PaymentPlanCompleted(it.accountId(), it.legalEntity(), it.planId(), settled.minus(lost), day,
                lost.isZero() ? null : lost);
    }

    private CustomerAccountEvent fact(Verdict verdict, boolean accelerated, LocalDate day) {
        var it = plan.proposed();
        if (accelerated) {
            return new PaymentPlanAccelerated(it.accountId(), it.legalEntity(), it.planId(),
                    plan.total().minus(paidAt(day)), day);
        }
        return switch (verdict.status()) {
            case BREACHED -> new PaymentPlanBreached(it.accountId(), it.legalEntity(), it.planId(), verdict.rate(),
                    it.rates().get(verdict.rate() - 1).dueDate(), verdict.amount(), day);
            case COMPLETED -> completed(verdict.amount(), day);
            default -> new PaymentPlanResumed(it.accountId(), it.legalEntity(), it.planId(), verdict.amount(), day);
        };
    }
}
