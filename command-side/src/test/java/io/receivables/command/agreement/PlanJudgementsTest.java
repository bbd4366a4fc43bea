package io.receivables.command.agreement;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.OpenPrincipal;
import io.receivables.command.invoice.OpenPrincipals;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.PaymentPlanAccelerated;
import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanCompleted;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanNoticeGiven;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PaymentPlanResumed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.money.Money;
import io.receivables.events.policy.BreachEffect;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.platform.agreement.PlanStanding;
import io.receivables.platform.agreement.PlanStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A plan over 900.00, accepted 2026-03-05: 450.00 by 2026-04-01 and by 2026-05-01, with five days of grace, a tolerance of
 * 1.00 and eight days of notice.
 */
class PlanJudgementsTest {

    private static final PaymentPlanId ID = new PaymentPlanId("PL1");
    private static final PlanItem ITEM = new PlanItem(INVOICE, 1, day("01-31"), eur("900.00"));

    @Test
    void nothingIsSaidWhileNothingIsMissing() {
        assertThat(judge(plan(), "04-06")).isEmpty();
        assertThat(judge(plan(), "04-07", paid("449.00", "04-06"))).isEmpty();
    }

    @Test
    void itIsBreachedOnTheDayAfterTheGraceHoweverLateThatIsFound() {
        assertThat(judge(plan(), "04-07")).containsExactly("breached rate 1, 450.00 missing, 2026-04-07");
        assertThat(judge(plan(), "04-20", paid("448.99", "04-06")))
                .containsExactly("breached rate 1, 1.01 missing, 2026-04-07");
    }

    @Test
    void paymentsFillTheOldestRatesFirst() {
        assertThat(judge(plan(), "05-07", paid("450.00", "04-01")))
                .containsExactly("breached rate 2, 450.00 missing, 2026-05-07");
        assertThat(judge(plan(), "05-07", paid("100.00", "04-01")))
                .containsExactly("breached rate 1, 350.00 missing, 2026-04-07");
    }

    @Test
    void aPlanThatIsPaidUpIsInForceAgainAndOneThatIsPaidIsComplete() {
        assertThat(judge(plan(), "05-20", paid("450.00", "04-10"), paid("450.00", "05-01")))
                .containsExactly("breached rate 1, 450.00 missing, 2026-04-07", "resumed 450.00 paid, 2026-04-10",
                        "completed 2026-05-01");
    }

    @Test
    void whatIsWrittenOffCompletesItAndIsNotCalledPaid() {
        var facts = new PlanJudgements(plan(), rules(), day("03-05"),
                Map.of(ITEM, principal(paid("450.00", "04-01"), paid("450.00", "05-01"))),
                (_, day) -> eur(day.isBefore(day("05-01")) ? "0.00" : "450.00")).upTo(day("05-20"));
        assertThat(facts).containsExactly(
                new PaymentPlanCompleted(ACCOUNT, ENTITY, ID, eur("450.00"), day("05-01"), eur("450.00")));
    }

    @Test
    void moneyThatIsRecordedLateTakesTheBreachBackFromTheDayItCame() {
        var breached = after(plan(), "04-20");
        assertThat(breached.statusAt(day("04-10"))).isEqualTo(PlanStatus.BREACHED);
        var facts = judgements(breached, "04-20", paid("450.00", "04-03"));
        assertThat(told(facts)).containsExactly("resumed 450.00 paid, 2026-04-07");
        assertThat(with(breached, facts).statusAt(day("04-10"))).isEqualTo(PlanStatus.IN_FORCE);
    }

    @Test
    void afterTheNoticeAndItsDaysTheWholeBalanceIsDue() {
        var noticed = with(after(plan(), "04-08"),
                List.of(new PaymentPlanNoticeGiven(ACCOUNT, ENTITY, ID, day("04-16"), "letter", day("04-08"))));
        assertThat(judge(noticed, "04-16")).isEmpty();
        assertThat(judge(noticed, "04-17")).containsExactly("accelerated 900.00, 2026-04-17");
        assertThat(judge(noticed, "06-30", paid("100.00", "04-12")))
                .containsExactly("accelerated 800.00, 2026-04-17");
    }

    @Test
    void whatIsPaidWithinTheNoticeKeepsThePlan() {
        var noticed = with(after(plan(), "04-08"),
                List.of(new PaymentPlanNoticeGiven(ACCOUNT, ENTITY, ID, day("04-16"), "letter", day("04-08"))));
        assertThat(judge(noticed, "04-30", paid("450.00", "04-16")))
                .containsExactly("resumed 450.00 paid, 2026-04-16");
        // The next breach needs a notice of its own.
        assertThat(judge(noticed, "05-30", paid("450.00", "04-16")))
                .containsExactly("resumed 450.00 paid, 2026-04-16", "breached rate 2, 450.00 missing, 2026-05-07");
    }

    @Test
    void twiceIsOnce() {
        var plan = plan();
        Paid[] payments = {paid("450.00", "04-10"), paid("450.00", "05-10")};
        for (var today : List.of("04-06", "04-07", "04-10", "05-07", "05-10", "12-31")) {
            plan = with(plan, judgements(plan, today, payments));
            assertThat(judgements(plan, today, payments)).isEmpty();
        }
        assertThat(plan.statusAt(day("05-09"))).isEqualTo(PlanStatus.BREACHED);
        assertThat(plan.statusAt(day("12-31"))).isEqualTo(PlanStatus.COMPLETED);
    }

    private record Paid(Money amount, LocalDate date) {}

    private static Paid paid(String amount, String date) {
        return new Paid(eur(amount), day(date));
    }

    private static List<String> judge(PlanStanding plan, String today, Paid... payments) {
        return told(judgements(plan, today, payments));
    }

    private static List<CustomerAccountEvent> judgements(PlanStanding plan, String today, Paid... payments) {
        return new PlanJudgements(plan, rules(), day("03-05"), Map.of(ITEM, principal(payments)),
                (_, _) -> eur("0.00")).upTo(day(today));
    }

    private static OpenPrincipal principal(Paid... payments) {
        var principal = OpenPrincipals.of("900.00", day("01-31"));
        for (var payment : payments) {
            OpenPrincipals.reduce(principal, payment.date(), payment.amount());
        }
        return principal;
    }

    private static List<String> told(List<CustomerAccountEvent> facts) {
        return facts.stream().map(fact -> switch (fact) {
            case PaymentPlanBreached it -> "breached rate " + it.rate() + ", " + it.missing().amount() + " missing, "
                    + it.effectiveDate();
            case PaymentPlanResumed it -> "resumed " + it.paid().amount() + " paid, " + it.effectiveDate();
            case PaymentPlanCompleted it -> "completed " + it.effectiveDate();
            case PaymentPlanAccelerated it -> "accelerated " + it.balance().amount() + ", " + it.effectiveDate();
            default -> "?";
        }).toList();
    }

    private static PlanStanding plan() {
        return with(new PlanStanding(new PaymentPlanProposed(ACCOUNT, ENTITY, ID, List.of(ITEM),
                List.of(new PlanRate(day("04-01"), eur("450.00")), new PlanRate(day("05-01"), eur("450.00"))), REASON,
                day("03-01")), null, List.of(), List.of()),
                List.of(new PaymentPlanAccepted(ACCOUNT, ENTITY, ID, "signed", rules(), day("03-05"))));
    }

    private static PlanRules rules() {
        return new PlanRules(5, eur("1.00"), BreachEffect.ACCELERATION, 8, 2);
    }

    private static PlanStanding after(PlanStanding plan, String today) {
        return with(plan, judgements(plan, today));
    }

    private static PlanStanding with(PlanStanding plan, List<? extends CustomerAccountEvent> facts) {
        var standing = new AgreementStanding(List.of(), List.of(plan));
        for (var fact : facts) {
            standing = standing.after(fact);
        }
        return standing.plans().getFirst();
    }
}
