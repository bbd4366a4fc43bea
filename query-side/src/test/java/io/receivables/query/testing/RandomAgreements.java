package io.receivables.query.testing;

import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanCancelled;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseOutcome;
import io.receivables.events.account.PromiseWithdrawn;
import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.BreachEffect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Disputes, promises and payment plans at random; none of them moves money. */
final class RandomAgreements {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Story story;
    private final Random random;
    private final List<DisputeRaised> disputes = new ArrayList<>();
    private final List<PromiseMade> promises = new ArrayList<>();
    private final List<PaymentPlanProposed> plans = new ArrayList<>();
    private int number;

    RandomAgreements(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    void oneFact(String invoice, String account, LocalDate date) {
        switch (random.nextInt(7)) {
            case 0, 1 -> raise(invoice, account, date);
            case 2 -> endDispute(date);
            case 3 -> promise(account, date);
            case 4 -> endPromise(date);
            case 5 -> propose(invoice, account, date);
            default -> planOn();
        }
    }

    private void raise(String invoice, String account, LocalDate date) {
        var raised = new DisputeRaised(new InvoiceId(story.id(invoice)), story.accountId(account), story.entity(),
                new DisputeId(story.id("DI" + number++)), money(), random.nextBoolean() ? null : 1,
                DisputeCategory.OTHER, "at random", null, date.plusDays(30), null, date);
        disputes.add(raised);
        story.tell(raised);
    }

    private void endDispute(LocalDate date) {
        if (disputes.isEmpty()) {
            return;
        }
        var it = disputes.remove(random.nextInt(disputes.size()));
        var day = later(date, it.effectiveDate());
        if (random.nextBoolean()) {
            story.tell(new DisputeReassigned(it.invoiceId(), it.accountId(), it.legalEntity(), it.disputeId(), "sales",
                    day, "at random", day));
        }
        story.tell(new DisputeResolved(it.invoiceId(), it.accountId(), it.legalEntity(), it.disputeId(), it.amount(),
                DisputeOutcome.REJECTED, "at random", null, day));
    }

    private void promise(String account, LocalDate date) {
        var made = new PromiseMade(story.accountId(account), story.entity(), new PromiseId(story.id("PR" + number++)),
                money(), date.plusDays(1L + random.nextInt(30)), 3, List.of(), null, null, null, date);
        promises.add(made);
        story.tell(made);
    }

    private void endPromise(LocalDate date) {
        if (promises.isEmpty()) {
            return;
        }
        var it = promises.get(random.nextInt(promises.size()));
        if (random.nextInt(4) == 0) {
            promises.remove(it);
            story.tell(new PromiseWithdrawn(it.accountId(), it.legalEntity(), it.promiseId(), "at random", null,
                    later(date, it.effectiveDate())));
        } else {
            story.tell(new PromiseJudged(it.accountId(), it.legalEntity(), it.promiseId(),
                    random.nextBoolean() ? PromiseOutcome.KEPT : PromiseOutcome.BROKEN, it.amount(), List.of(),
                    later(date, it.lastDay())));
        }
    }

    private void propose(String invoice, String account, LocalDate date) {
        var amount = money();
        var proposed = new PaymentPlanProposed(story.accountId(account), story.entity(),
                new PaymentPlanId(story.id("PL" + number++)),
                List.of(new PlanItem(new InvoiceId(story.id(invoice)), 1, date.plusDays(30), amount)),
                List.of(new PlanRate(date.plusDays(40), amount)), "at random", date);
        plans.add(proposed);
        story.tell(proposed);
    }

    private void planOn() {
        if (plans.isEmpty()) {
            return;
        }
        var it = plans.remove(random.nextInt(plans.size()));
        story.tell(new PaymentPlanAccepted(it.accountId(), it.legalEntity(), it.planId(), "signed",
                new PlanRules(5, Money.zero(EUR), BreachEffect.REMINDER, 8, null), it.effectiveDate()));
        var rate = it.rates().getFirst();
        story.tell(new PaymentPlanBreached(it.accountId(), it.legalEntity(), it.planId(), 1, rate.dueDate(),
                rate.amount(), rate.dueDate().plusDays(6)));
        if (random.nextBoolean()) {
            story.tell(new PaymentPlanCancelled(it.accountId(), it.legalEntity(), it.planId(), "at random",
                    rate.dueDate().plusDays(20)));
        }
    }

    private Money money() {
        return Money.ofMinorUnits(1 + random.nextInt(60_000), EUR);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
