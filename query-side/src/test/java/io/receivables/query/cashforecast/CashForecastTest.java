package io.receivables.query.cashforecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.policy.BreachEffect;
import io.receivables.query.cashforecast.CashForecast.Week;
import io.receivables.query.testing.PlainFigures;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** When the cash that is owed is expected. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class CashForecastTest {

    @Autowired
    private GetCashForecast forecast;
    @Autowired
    private Stories stories;

    private Story story;

    @Test
    void withoutAnyHistoryItIsExpectedWhenDue() {
        story = stories.begin().account("C1");
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-04-01")
                .invoice("I2", "C1", "20.00", "2026-03-01", "2026-04-08")
                .invoice("I3", "C1", "3.00", "2026-03-01", "2026-09-30")
                .invoice("I4", "C1", "0.40", "2026-03-01", "2026-03-31");
        var answer = asked("2026-03-31", "2");
        assertThat(answer.weeks()).containsExactly(
                new Week(1, LocalDate.parse("2026-04-01"), LocalDate.parse("2026-04-07"), "100.00"),
                new Week(2, LocalDate.parse("2026-04-08"), LocalDate.parse("2026-04-14"), "20.00"));
        assertThat(answer.later()).isEqualTo("3.00");
        assertThat(answer.unscheduled().pastExpected()).as("due today, and not come").isEqualTo("0.40");
        assertThat(answer.bases().dueDate()).isEqualTo("123.40");
        assertThat(answer.averageDaysLate()).isNull();
        assertThat(answer.control().ties()).isTrue();
    }

    @Test
    void anAccountIsExpectedByItsHabitAndOneWithoutByThatOfAll() {
        story = stories.begin().account("C1").account("C2");
        for (int i = 1; i <= 3; i++) {
            story.invoice("I" + i, "C1", "100.00", "2026-01-01", "2026-01-31")
                    .payment("P" + i, "C1", "100.00", "2026-02-10")
                    .allocate("A" + i, "P" + i, "I" + i, "C1", "100.00", "2026-02-10");
        }
        story.invoice("J1", "C2", "100.00", "2026-01-01", "2026-01-31")
                .payment("Q1", "C2", "100.00", "2026-02-02")
                .allocate("B1", "Q1", "J1", "C2", "100.00", "2026-02-02")
                .invoice("I4", "C1", "50.00", "2026-03-01", "2026-03-31")
                .invoice("J2", "C2", "7.00", "2026-03-01", "2026-03-31");
        var answer = asked("2026-03-31", "2");
        assertThat(answer.averageDaysLate()).isEqualTo("8.00");
        assertThat(answer.weeks()).extracting(Week::expected)
                .as("ten days late on 10 April, eight on 8 April")
                .containsExactly("0.00", "57.00");
        assertThat(answer.bases().account()).isEqualTo("50.00");
        assertThat(answer.bases().entity()).isEqualTo("7.00");
        assertThat(asked("2026-04-09", "1").unscheduled().pastExpected()).isEqualTo("7.00");
        assertThat(asked("2026-04-10", "1").unscheduled().pastExpected()).isEqualTo("57.00");
    }

    @Test
    void whatIsDoubtfulIsExpectedOnNoDay() {
        story = stories.begin().account("C1");
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-04-01")
                .tell(new InvoiceMarkedDoubtful(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                        new DoubtfulId(story.id("D1")), Story.eur("40.00"), "no answer",
                        LocalDate.parse("2026-03-20")));
        var answer = asked("2026-03-31", "1");
        assertThat(answer.weeks()).extracting(Week::expected).containsExactly("60.00");
        assertThat(answer.unscheduled().doubtful()).isEqualTo("40.00");
        assertThat(answer.unscheduled().total()).isEqualTo("40.00");
        assertThat(answer.open()).isEqualTo("100.00");
    }

    @Test
    void whatIsDisputedIsApart() {
        story = stories.begin().account("C1");
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-04-01").tell(disputed("30.00"));
        var answer = asked("2026-03-31", "1");
        assertThat(answer.weeks()).extracting(Week::expected).containsExactly("70.00");
        assertThat(answer.unscheduled().disputed()).isEqualTo("30.00");
        assertThat(answer.control().ties()).isTrue();
        assertThat(asked("2026-03-19", "2").unscheduled().disputed()).as("before it was raised").isEqualTo("0.00");
    }

    @Test
    void aPromiseTakesThePlaceOfTheHabit() {
        story = stories.begin().account("C1");
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .tell(new PromiseMade(story.accountId("C1"), story.entity(), new PromiseId(story.id("PR1")),
                        Story.eur("60.00"), LocalDate.parse("2026-04-10"), 2, List.of(), null, null, null,
                        LocalDate.parse("2026-03-20")));
        var answer = asked("2026-03-31", "2");
        assertThat(answer.weeks()).extracting(Week::expected).containsExactly("0.00", "60.00");
        assertThat(answer.unscheduled().pastExpected()).as("nobody promised the rest").isEqualTo("40.00");
        assertThat(answer.bases().agreed()).isEqualTo("60.00");
        assertThat(asked("2026-03-19", "5").bases().agreed()).as("before it was made").isEqualTo("0.00");
    }

    @Test
    void aPaymentPlanIsExpectedOnItsOwnDays() {
        story = stories.begin().account("C1");
        var plan = new PaymentPlanId(story.id("PL1"));
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .tell(new PaymentPlanProposed(story.accountId("C1"), story.entity(), plan,
                        List.of(new PlanItem(new InvoiceId(story.id("I1")), 1, LocalDate.parse("2026-01-31"),
                                Story.eur("100.00"))),
                        List.of(new PlanRate(LocalDate.parse("2026-04-05"), Story.eur("40.00")),
                                new PlanRate(LocalDate.parse("2026-04-12"), Story.eur("60.00"))),
                        "agreed", LocalDate.parse("2026-03-10")))
                .tell(new PaymentPlanAccepted(story.accountId("C1"), story.entity(), plan, "letter",
                        new PlanRules(0, Story.eur("0.00"), BreachEffect.REMINDER, 0, null),
                        LocalDate.parse("2026-03-15")));
        var answer = asked("2026-03-31", "2");
        assertThat(answer.weeks()).extracting(Week::expected).containsExactly("40.00", "60.00");
        assertThat(answer.bases().agreed()).isEqualTo("100.00");
        assertThat(asked("2026-03-14", "5").bases().agreed()).as("before it was accepted").isEqualTo("0.00");
    }

    private DisputeRaised disputed(String amount) {
        return new DisputeRaised(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new DisputeId(story.id("D1")), Story.eur(amount), null, DisputeCategory.QUALITY, "broken", null,
                LocalDate.parse("2026-04-20"), null, LocalDate.parse("2026-03-20"));
    }

    @Test
    void badQuestionsAreRefused() {
        story = stories.begin().account("C1");
        assertThatThrownBy(() -> asked("2026-03-31", "0")).hasMessageContaining("weeks is not a number from 1 to 53");
        assertThatThrownBy(() -> asked("2026-03-31", "54")).hasMessageContaining("weeks is not a number from 1 to 53");
        Stories.actAsMemberOf("ELSEWHERE");
        assertThatThrownBy(() -> asked("2026-03-31", null)).hasMessageContaining("there is no legal entity");
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 20261126})
    void atAnyCutThePartsAddUpToWhatIsOpen(long seed) {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        story = stories.begin().account("C0").account("C1");
        var history = new RandomHistory(story, random, 2);
        var plain = new PlainFigures(history.book());
        for (int i = 0; i < 100; i++) {
            history.oneFact();
        }
        long last = story.position();
        for (int i = 0; i < 20; i++) {
            var asAt = RandomHistory.FIRST_DAY.plusDays(random.nextInt(RandomHistory.DAYS + 60));
            long known = story.firstPosition() + random.nextLong(last - story.firstPosition() + 1);
            var answer = forecast.handle(new CashForecastRequest(story.entity().value(), asAt.toString(),
                    Long.toString(known), null, null, null, "4"));
            var parts = answer.weeks()
                    .stream()
                    .map(week -> new BigDecimal(week.expected()))
                    .reduce(new BigDecimal(answer.later()), BigDecimal::add)
                    .add(new BigDecimal(answer.unscheduled().total()));
            assertThat(parts.movePointRight(2).longValueExact()).isEqualTo(plain.receivables(asAt, known));
            assertThat(answer.control().ties()).isTrue();
        }
    }

    private CashForecast asked(String asAt, @Nullable String weeks) {
        story.position();
        return forecast.handle(
                new CashForecastRequest(story.entity().value(), asAt, null, null, null, null, weeks));
    }
}
