package io.receivables.query.paymentbehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseOutcome;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import io.receivables.events.policy.PolicyRules;
import io.receivables.events.policy.RiskClass;
import io.receivables.events.policy.RiskRules;
import io.receivables.events.policy.RiskThresholds;
import io.receivables.query.customeraccount.FindCustomerAccounts;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Paging;
import io.receivables.query.ledger.RiskAssessment.Reason;
import io.receivables.query.paymentbehaviour.PaymentBehaviourResource.Trend;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How accounts pay, and the class that this comes to, at any date, as known on any day. Today is 2026-06-30. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class PaymentBehaviourTest {

    @Autowired
    private GetPaymentBehaviour behaviour;
    @Autowired
    private FindCustomerAccounts accounts;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void anAccount() {
        story = stories.begin().account("C1");
    }

    @Test
    void noHistoryIsAClassOfItsOwn() {
        var answer = asked(null, null);
        assertThat(answer.riskClass()).isEqualTo(RiskClass.NOT_ENOUGH_HISTORY);
        assertThat(answer.last12Months().averageDaysLate()).as("no division by zero").isNull();
        assertThat(answer.last12Months().percentOnTime()).isNull();
        assertThat(answer.trend()).isEqualTo(Trend.UNKNOWN);
        assertThat(answer.riskReasons()).extracting(Reason::code).containsExactly("TOO_FEW_SETTLED");
    }

    @Test
    void anotherEntitysAccountIsNotFound() {
        story.position();
        Stories.actAsMemberOf("ELSEWHERE");
        assertThatThrownBy(() -> asked(null, null)).hasMessageContaining("there is no account");
    }

    @Test
    void daysAreWeightedByAmountAndCountedToTheDayOnWhichTheCashCame() {
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .invoice("I2", "C1", "300.00", "2026-01-01", "2026-01-31");
        valued("P1", "100.00", "2026-02-09", "2026-02-10");
        story.payment("P2", "C1", "300.00", "2026-01-31")
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-03-15")
                .allocate("A2", "P2", "I2", "C1", "300.00", "2026-03-20");
        var year = asked(null, null).last12Months();
        assertThat(year.settledInvoices()).isEqualTo(2);
        assertThat(year.settled()).isEqualTo(Story.eur("400.00"));
        assertThat(year.averageDaysLate()).as("100 x 10 days by the value date, 300 x 0").isEqualTo("2.50");
        assertThat(year.averageDaysToPay()).as("100 x 40, 300 x 30").isEqualTo("32.50");
        assertThat(year.percentOnTime()).isEqualTo("75.00");
        assertThat(year.longestDaysLate()).isEqualTo(10);
        assertThat(asked("2026-03-18", null).last12Months().settled()).as("before the second was allocated")
                .isEqualTo(Story.eur("100.00"));
    }

    @Test
    void aCreditNoteCountsFromItsIssueDateAndWhatIsTakenBackNoMore() {
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .invoice("I2", "C1", "50.00", "2026-01-01", "2026-01-31")
                .creditNote("N1", "C1", "100.00", "2026-02-05")
                .allocateCredit("A1", "N1", "I1", "C1", "100.00", "2026-03-31")
                .payment("P1", "C1", "50.00", "2026-03-01")
                .allocate("A2", "P1", "I2", "C1", "50.00", "2026-03-01");
        long known = story.position();
        story.reverseAllocation("A2", "2026-04-01");
        assertThat(asked(null, null).last12Months().averageDaysLate()).as("the credit alone").isEqualTo("5.00");
        assertThat(asked(null, null).last12Months().longestDaysLate()).isEqualTo(5);
        assertThat(asked("2026-03-31", null).last12Months().averageDaysLate()).as("before it was taken back")
                .isEqualTo("13.00");
        assertThat(asked(null, Long.toString(known)).last12Months().averageDaysLate()).as("as it was known then")
                .isEqualTo("13.00");
    }

    @Test
    void threeInvoicesOnTimeAreALowRiskAndALateOneChangesIt() {
        settled("I1", "2026-03-01", "2026-03-31");
        settled("I2", "2026-03-01", "2026-03-31");
        assertThat(asked(null, null).riskClass()).isEqualTo(RiskClass.NOT_ENOUGH_HISTORY);
        settled("I3", "2026-03-01", "2026-03-31");
        assertThat(asked(null, null).riskClass()).isEqualTo(RiskClass.LOW);
        settled("I4", "2026-03-01", "2026-05-20");
        var answer = asked(null, null);
        assertThat(answer.riskClass()).as("12.50 days on average").isEqualTo(RiskClass.MEDIUM);
        assertThat(answer.riskReasons()).containsExactly(new Reason("AVERAGE_DAYS_LATE", "12.50", "10",
                "paid 12.50 days late on average, more than 10"));
        assertThat(asked("2026-05-19", null).riskClass()).as("the day before it came").isEqualTo(RiskClass.MEDIUM);
        assertThat(asked("2026-05-19", null).riskReasons()).extracting(Reason::code)
                .containsExactly("OLDEST_DAYS_PAST_DUE");
    }

    @Test
    void whatIsOpenAndLateSaysItEvenWithoutAnyPayment() {
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31");
        assertThat(asked("2026-03-02", null).riskClass()).as("30 days").isEqualTo(RiskClass.NOT_ENOUGH_HISTORY);
        assertThat(asked("2026-03-03", null).riskClass()).as("31 days").isEqualTo(RiskClass.MEDIUM);
        assertThat(asked("2026-05-01", null).riskClass()).as("90 days").isEqualTo(RiskClass.MEDIUM);
        assertThat(asked("2026-05-02", null).riskClass()).as("91 days").isEqualTo(RiskClass.HIGH);
        assertThat(asked("2026-05-02", null).oldestDaysPastDue()).isEqualTo(91);
    }

    @Test
    void theLastTwelveMonthsAreComparedWithThoseBefore() {
        settled("I1", "2024-08-01", "2024-09-20");
        settled("I2", "2025-07-01", "2025-08-10");
        var answer = asked(null, null);
        assertThat(answer.last12Months().from()).isEqualTo(LocalDate.parse("2025-07-01"));
        assertThat(answer.previous12Months().from()).isEqualTo(LocalDate.parse("2024-07-01"));
        assertThat(answer.previous12Months().averageDaysLate()).isEqualTo("20.00");
        assertThat(answer.last12Months().averageDaysLate()).isEqualTo("10.00");
        assertThat(answer.trend()).isEqualTo(Trend.IMPROVING);
    }

    @Test
    void thresholdsAreThePolicysThatIsValidAtTheDate() {
        settled("I1", "2026-03-01", "2026-04-05");
        story.tell(new CreditPolicySet(new LegalEntityId(story.entity().value()), 1, LocalDate.parse("2026-05-01"),
                new ApprovalLimits(Story.eur("0.00"), Story.eur("0.00")), LocalDate.parse("2026-05-01"),
                new PolicyRules(null, null, null, null, null, null, null, null, null, null, null, null, null,
                        new RiskRules(1, null, new RiskThresholds(4, null, null)))));
        assertThat(asked("2026-04-30", null).riskClass()).isEqualTo(RiskClass.NOT_ENOUGH_HISTORY);
        var answer = asked("2026-05-01", null);
        assertThat(answer.riskClass()).isEqualTo(RiskClass.HIGH);
        assertThat(answer.riskPolicyVersion()).isEqualTo(1);
    }

    @Test
    void aBrokenPromiseRaisesTheRiskAndALateKeptOneTakesItBack() {
        var promise = new PromiseId(story.id("PR1"));
        story.tell(new PromiseMade(story.accountId("C1"), story.entity(), promise, Story.eur("60.00"),
                LocalDate.parse("2026-03-10"), 0, List.of(), null, null, null, LocalDate.parse("2026-03-01")))
                .tell(new PromiseJudged(story.accountId("C1"), story.entity(), promise, PromiseOutcome.BROKEN,
                        Story.eur("0.00"), List.of(), LocalDate.parse("2026-03-11")));
        long known = story.position();
        assertThat(asked("2026-03-10", null).brokenPromises()).isZero();
        var answer = asked("2026-03-31", null);
        assertThat(answer.brokenPromises()).isEqualTo(1);
        assertThat(answer.riskClass()).isEqualTo(RiskClass.MEDIUM);
        assertThat(answer.riskReasons()).extracting(Reason::code).containsExactly("BROKEN_PROMISES");
        story.tell(new PromiseJudged(story.accountId("C1"), story.entity(), promise, PromiseOutcome.KEPT,
                Story.eur("60.00"), List.of(), LocalDate.parse("2026-03-11")));
        assertThat(asked("2026-03-31", null).brokenPromises()).isZero();
        assertThat(asked("2026-03-31", Long.toString(known)).brokenPromises()).as("as it was known then").isEqualTo(1);
    }

    @Test
    void remindersOfTwelveMonthsAreCounted() {
        story.tell(new DunningLetterIssued(new DunningLetterId(story.id("L1")), new DunningRunId(story.id("R1")),
                story.accountId("C1"), story.entity(), 1, false, null, List.of(), Story.eur("100.00"), null, null,
                Story.eur("0.00"), Story.eur("0.00"), 1, "standard", 1, LetterLanguage.EN, LetterChannel.EMAIL, "00",
                LocalDate.parse("2026-03-10")));
        assertThat(asked("2026-03-09", null).reminders()).isZero();
        assertThat(asked("2026-03-10", null).reminders()).isEqualTo(1);
        assertThat(asked("2027-03-10", null).reminders()).as("more than twelve months later").isZero();
    }

    @Test
    void accountsAreListedByTheirClass() {
        story.account("C2");
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31");
        story.position();
        assertThat(listed("HIGH")).containsExactly(story.id("C1"));
        assertThat(listed("not_enough_history")).containsExactly(story.id("C2"));
        assertThat(listed("LOW")).isEmpty();
        assertThatThrownBy(() -> listed("BAD")).hasMessageContaining("riskClass BAD is none of");
    }

    private List<String> listed(String riskClass) {
        return accounts
                .handle(new FindCustomerAccounts.Filter(story.entity().value(), null, null, riskClass, null),
                        AsOfRequest.LIVE, Paging.FIRST_PAGE)
                .items()
                .stream()
                .map(account -> account.accountId().value())
                .toList();
    }

    private PaymentBehaviourResource asked(@Nullable String asAt, @Nullable String asKnown) {
        story.position();
        return behaviour.handle(story.accountId("C1"), new AsOfRequest(asAt, asKnown));
    }

    /** Due after thirty days, and paid in full. */
    private void settled(String invoice, String issued, String paid) {
        var due = LocalDate.parse(issued).plusDays(30).toString();
        story.invoice(invoice, "C1", "100.00", issued, due)
                .payment("P-" + invoice, "C1", "100.00", paid)
                .allocate("A-" + invoice, "P-" + invoice, invoice, "C1", "100.00", paid);
    }

    private void valued(String payment, String amount, String received, String value) {
        story.tell(new PaymentReceived(new PaymentId(story.id(payment)), story.accountId("C1"), story.entity(),
                Money.of(amount, "EUR"), LocalDate.parse(received), LocalDate.parse(value),
                PaymentMethod.BANK_TRANSFER, null));
    }
}
