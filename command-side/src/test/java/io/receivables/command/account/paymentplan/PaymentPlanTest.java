package io.receivables.command.account.paymentplan;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.account.PaymentPlanClaim;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.CustomerId;
import io.receivables.events.account.PaymentPlanAccelerated;
import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanCancelled;
import io.receivables.events.account.PaymentPlanCompleted;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanNoticeGiven;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.money.Money;
import io.receivables.events.policy.BreachEffect;
import io.receivables.platform.problem.ProblemCode;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account decides about payment plans: 900.00 in two rates, proposed 2026-03-01, eight days of notice. */
class PaymentPlanTest {

    private static final PaymentPlanId ID = new PaymentPlanId("PL1");
    private static final CustomerAccountOpened OPENED = new CustomerAccountOpened(ACCOUNT, ENTITY, new CustomerId("C1"),
            Currency.getInstance("EUR"), ReceivableClass.TRADE, PaymentTerms.net(30), day("01-01"));
    private static final List<PlanItem> ITEMS = List.of(new PlanItem(INVOICE, 1, day("01-31"), eur("900.00")));

    private final StreamFixture<CustomerAccount> account = StreamFixture.of(CustomerAccount.class, "account/C1");

    @Test
    void ratesThatDoNotAddUpAreRefusedWithBothSums() {
        account.given(OPENED)
                .when(it -> it.proposePlan(claim(rate("04-01", "450.00"), rate("05-01", "449.99"))))
                .refused(ProblemCode.PAYMENT_PLAN_NOT_SUM, "899.99 EUR", "900.00 EUR");
    }

    @Test
    void ratesRiseAreAboveZeroAndInTheAccountsCurrency() {
        account.given(OPENED)
                .when(it -> it.proposePlan(claim(rate("04-01", "450.00"), rate("04-01", "450.00"))))
                .refused(ProblemCode.VALUE_INVALID, "2026-04-01");
        account.given(OPENED)
                .when(it -> it.proposePlan(claim(rate("02-28", "900.00"))))
                .refused(ProblemCode.VALUE_INVALID, "2026-02-28", "2026-03-01");
        account.given(OPENED)
                .when(it -> it.proposePlan(claim(rate("04-01", "900.00"), rate("05-01", "0.00"))))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE);
        account.given(OPENED)
                .when(it -> it.proposePlan(claim(new PlanRate(day("04-01"), Money.of("900.00", "USD")))))
                .refused(ProblemCode.CURRENCY_MISMATCH);
        account.given(OPENED)
                .when(it -> it.proposePlan(
                        new PaymentPlanClaim(ID, List.of(), List.of(rate("04-01", "900.00")), REASON, day("03-01"))))
                .refused(ProblemCode.NOTHING_TO_PLAN);
        account.given(OPENED, proposed(ID))
                .when(it -> it.proposePlan(claim(rate("04-01", "900.00"))))
                .refused(ProblemCode.PAYMENT_PLAN_ALREADY_EXISTS, "PL1");
    }

    @Test
    void aPlanIsProposedAndBindsOnlyOnceItIsAccepted() {
        account.given(OPENED)
                .when(it -> it.proposePlan(claim(rate("04-01", "450.00"), rate("05-01", "450.00"))))
                .then(proposed(ID));
        account.given(OPENED, proposed(ID))
                .when(it -> it.acceptPlan(ID, "signed", rules(BreachEffect.ACCELERATION), day("03-05")))
                .then(accepted(ID, BreachEffect.ACCELERATION));
    }

    @Test
    void anAcceptanceIsRefusedInEachWrongState() {
        account.given(OPENED)
                .when(it -> it.acceptPlan(ID, "signed", rules(BreachEffect.REMINDER), day("03-05")))
                .refused(ProblemCode.PAYMENT_PLAN_NOT_FOUND, "PL1");
        account.given(OPENED, proposed(ID))
                .when(it -> it.acceptPlan(ID, "signed", rules(BreachEffect.REMINDER), day("02-28")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-03-01");
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.REMINDER))
                .when(it -> it.acceptPlan(ID, "signed", rules(BreachEffect.REMINDER), day("03-06")))
                .refused(ProblemCode.PAYMENT_PLAN_NOT_PROPOSED, "IN_FORCE", "2026-03-05");
        account.given(OPENED, proposed(ID), cancelled("03-04"))
                .when(it -> it.acceptPlan(ID, "signed", rules(BreachEffect.REMINDER), day("03-06")))
                .refused(ProblemCode.PAYMENT_PLAN_NOT_PROPOSED, "CANCELLED", "2026-03-04");
    }

    @Test
    void anItemIsInOneBindingPlanOnly() {
        var second = new PaymentPlanId("PL2");
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.REMINDER), proposed(second))
                .when(it -> it.acceptPlan(second, "signed", rules(BreachEffect.REMINDER), day("03-06")))
                .refused(ProblemCode.IN_PAYMENT_PLAN, "INV-1", "PL1");
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.REMINDER), proposed(second), cancelled("03-05"))
                .when(it -> it.acceptPlan(second, "signed", rules(BreachEffect.REMINDER), day("03-05")))
                .then(accepted(second, BreachEffect.REMINDER));
    }

    @Test
    void aNoticeNeedsABreachAndAPolicyThatAccelerates() {
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.ACCELERATION))
                .when(it -> it.giveNoticeOfPlan(ID, "letter", day("04-03")))
                .refused(ProblemCode.PAYMENT_PLAN_NOT_BREACHED, "IN_FORCE");
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.REMINDER), breached())
                .when(it -> it.giveNoticeOfPlan(ID, "letter", day("04-03")))
                .refused(ProblemCode.PAYMENT_PLAN_NOT_ACCELERABLE, "REMINDER");
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.ACCELERATION), breached())
                .when(it -> it.giveNoticeOfPlan(ID, "letter", day("04-01")))
                .refused(ProblemCode.PAYMENT_PLAN_NOT_BREACHED, "2026-04-01");
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.ACCELERATION), breached())
                .when(it -> it.giveNoticeOfPlan(ID, "letter", day("04-03")))
                .then(new PaymentPlanNoticeGiven(ACCOUNT, ENTITY, ID, day("04-11"), "letter", day("04-03")));
    }

    @Test
    void whatHasEndedIsNotCancelled() {
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.REMINDER))
                .when(it -> it.cancelPlan(ID, REASON, day("03-04")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-03-05");
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.REMINDER),
                new PaymentPlanCompleted(ACCOUNT, ENTITY, ID, eur("900.00"), day("04-01")))
                .when(it -> it.cancelPlan(ID, REASON, day("04-04")))
                .refused(ProblemCode.PAYMENT_PLAN_ENDED, "COMPLETED", "2026-04-01");
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.ACCELERATION), breached(),
                new PaymentPlanAccelerated(ACCOUNT, ENTITY, ID, eur("900.00"), day("04-12")))
                .when(it -> it.cancelPlan(ID, REASON, day("04-14")))
                .refused(ProblemCode.PAYMENT_PLAN_ENDED, "ACCELERATED", "2026-04-12");
        account.given(OPENED, proposed(ID), accepted(ID, BreachEffect.REMINDER), breached())
                .when(it -> it.cancelPlan(ID, REASON, day("04-04")))
                .then(cancelled("04-04"));
    }

    private static PlanRate rate(String date, String amount) {
        return new PlanRate(day(date), eur(amount));
    }

    private static PaymentPlanClaim claim(PlanRate... rates) {
        return new PaymentPlanClaim(ID, ITEMS, List.of(rates), REASON, day("03-01"));
    }

    private static PlanRules rules(BreachEffect effect) {
        return new PlanRules(0, eur("0.00"), effect, 8, 2);
    }

    private static PaymentPlanProposed proposed(PaymentPlanId id) {
        return new PaymentPlanProposed(ACCOUNT, ENTITY, id, ITEMS,
                List.of(rate("04-01", "450.00"), rate("05-01", "450.00")), REASON, day("03-01"));
    }

    private static PaymentPlanAccepted accepted(PaymentPlanId id, BreachEffect effect) {
        return new PaymentPlanAccepted(ACCOUNT, ENTITY, id, "signed", rules(effect), day("03-05"));
    }

    private static PaymentPlanBreached breached() {
        return new PaymentPlanBreached(ACCOUNT, ENTITY, ID, 1, day("04-01"), eur("450.00"), day("04-02"));
    }

    private static PaymentPlanCancelled cancelled(String date) {
        return new PaymentPlanCancelled(ACCOUNT, ENTITY, ID, REASON, day(date));
    }
}
