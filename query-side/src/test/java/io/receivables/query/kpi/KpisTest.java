package io.receivables.query.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The vector of the domain: receivables 150,000 at the beginning and 180,000 at the end, of which 110,000 is not due; sales of
 * 80,000, 60,000 and 90,000 in three months of 90 days.
 */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class KpisTest {

    @Autowired
    private GetKpis kpis;
    @Autowired
    private GetKpiTrend trend;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void aBook() {
        story = stories.begin().account("C1");
    }

    @Test
    void divisionByZeroIsNoValueWithAReason() {
        var empty = asked("2026-03-31", null).kpis();
        assertThat(List.of(empty.dsoSimple(), empty.dsoBestPossible(), empty.averageDaysDelinquent(),
                empty.turnoverDays(), empty.badDebtShare())).allSatisfy(kpi -> {
                    assertThat(kpi.value()).isNull();
                    assertThat(kpi.reason()).isEqualTo("NO_SALES");
                });
        assertThat(empty.turnover().reason()).isEqualTo("NO_RECEIVABLES");
        assertThat(empty.overdueShare().reason()).isEqualTo("NO_RECEIVABLES");
        assertThat(empty.collectionEffectiveness().reason()).isEqualTo("NOTHING_TO_COLLECT");
        assertThat(empty.averageDaysLate().reason()).isEqualTo("NOTHING_SETTLED");
        assertThat(empty.dsoCountback().value()).as("nothing is open: no day of sales is").isEqualTo("0.00");
    }

    @Test
    void theVectorComesOutToTheHundredth() {
        vector();
        var answer = asked("2026-03-31", null);
        assertThat(answer.period().days()).isEqualTo(90);
        assertThat(answer.inputs().receivablesBegin()).isEqualTo("150000.00");
        assertThat(answer.inputs().receivablesEnd()).isEqualTo("180000.00");
        assertThat(answer.inputs().notDueEnd()).isEqualTo("110000.00");
        assertThat(answer.inputs().netSales()).isEqualTo("230000.00");
        assertThat(answer.inputs().salesByMonth().stream().limit(3).map(KpiAnswer.Month::sales))
                .containsExactly("90000.00", "60000.00", "80000.00");
        assertThat(answer.inputs().salesByMonth().stream().map(KpiAnswer.Month::countedDays))
                .containsExactly("31.00", "28.00", "11.63");
        assertThat(answer.inputs().ties()).isTrue();
        var figures = answer.kpis();
        assertThat(figures.dsoSimple().value()).isEqualTo("70.43");
        assertThat(figures.dsoCountback().value()).isEqualTo("70.63");
        assertThat(figures.dsoBestPossible().value()).isEqualTo("43.04");
        assertThat(figures.averageDaysDelinquent().value()).isEqualTo("27.39");
        assertThat(figures.collectionEffectiveness().value()).isEqualTo("74.07");
        assertThat(figures.turnoverOfEnds().value()).isEqualTo("1.39");
        assertThat(figures.overdueShare().value()).isEqualTo("38.89");
    }

    @Test
    void theAverageIsOverEveryDay() {
        story.invoice("I1", "C1", "90.00", "2026-03-22", "2026-04-30");
        var inputs = asked("2026-03-31", "30").inputs();
        assertThat(inputs.averageReceivables()).as("on 10 days of 30").isEqualTo("30.00");
        assertThat(asked("2026-03-31", "30").kpis().turnover().value()).isEqualTo("3.00");
        assertThat(asked("2026-03-31", "30").kpis().turnoverDays().value()).isEqualTo("10.00");
    }

    @Test
    void aCreditNoteReducesSalesAndACancelledOneDoesNot() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31").creditNote("N1", "C1", "20.00", "2026-03-05");
        assertThat(asked("2026-03-31", null).inputs().netSales()).isEqualTo("80.00");
        assertThat(asked("2026-03-04", null).inputs().netSales()).as("it is dated later").isEqualTo("100.00");
        assertThat(asked("2026-03-31", null).inputs().receivablesEnd()).as("it is not allocated").isEqualTo("100.00");
        assertThat(asked("2026-03-31", null).inputs().unappliedEnd()).isEqualTo("20.00");
    }

    @Test
    void whatIsDisputedIsAShareOfWhatIsOpen() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .tell(new DisputeRaised(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                        new DisputeId(story.id("D1")), Story.eur("25.00"), null, DisputeCategory.PRICE, "too dear",
                        null,
                        LocalDate.parse("2026-04-20"), null, LocalDate.parse("2026-03-20")));
        assertThat(asked("2026-03-31", null).kpis().disputeShare().value()).isEqualTo("25.00");
        assertThat(asked("2026-03-19", null).kpis().disputeShare().value()).isEqualTo("0.00");
    }

    @Test
    void receivablesAboveAllSalesHaveNoCountback() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31").creditNote("N1", "C1", "20.00", "2026-03-05");
        var countback = asked("2026-03-31", null).kpis().dsoCountback();
        assertThat(countback.value()).isNull();
        assertThat(countback.reason()).isEqualTo("RECEIVABLES_ABOVE_ALL_SALES");
    }

    @Test
    void whatIsKnownLaterChangesNothingAsKnownBefore() {
        vector();
        long known = story.position();
        story.creditNote("N1", "C1", "30000.00", "2026-03-20").invoice("I9", "C1", "1.00", "2025-06-01", "2025-07-01");
        var before = kpis.handle(new KpiRequest(story.entity().value(), "2026-03-31", Long.toString(known), null, null,
                null, null, null));
        assertThat(before.kpis().dsoSimple().value()).isEqualTo("70.43");
        assertThat(asked("2026-03-31", null).kpis().dsoSimple().value()).isEqualTo("81.00");
    }

    @Test
    void anAccountHasFiguresOfItsOwn() {
        vector();
        story.account("C2").invoice("J1", "C2", "100.00", "2026-03-01", "2026-03-31");
        story.position();
        var one = kpis
                .handle(new KpiRequest(story.entity().value(), "2026-03-31", null, null, story.id("C2"), null, null,
                        null));
        assertThat(one.inputs().receivablesEnd()).isEqualTo("100.00");
        assertThat(one.inputs().ties()).isTrue();
        assertThat(one.kpis().dsoSimple().value()).isEqualTo("90.00");
    }

    @Test
    void anAccountHasNothingInAnotherCurrency() {
        vector();
        story.position();
        var none = kpis.handle(new KpiRequest(story.entity().value(), "2026-03-31", null, "USD", story.id("C1"), null,
                null, null));
        assertThat(none.inputs().receivablesEnd()).isEqualTo("0.00");
        assertThat(none.kpis().dsoSimple().value()).isNull();
    }

    @Test
    void aSeriesEndsEachMonth() {
        vector();
        story.position();
        var series = trend
                .handle(new TrendRequest(story.entity().value(), "2026-01-01", "2026-03-31", null, "MONTH", null,
                        null, null, null))
                .items();
        assertThat(series).extracting(KpiTrend::asAt)
                .containsExactly(LocalDate.parse("2026-01-31"),
                        LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-31"));
        assertThat(series.getLast().dsoSimple()).isEqualTo("70.43");
    }

    @Test
    void badQuestionsAreRefused() {
        assertThatThrownBy(() -> asked("2026-03-31", "0")).hasMessageContaining("days is not a number from 1");
        assertThatThrownBy(() -> asked("2026-03-31", "x")).hasMessageContaining("days is not a number from 1");
        assertThatThrownBy(
                () -> kpis.handle(new KpiRequest(story.entity().value(), "2026-03-31", null, null, null, null,
                        "2026-04-01", null)))
                .hasMessageContaining("not after it");
        assertThatThrownBy(
                () -> kpis.handle(new KpiRequest(story.entity().value(), "2026-03-31", null, null, null, null,
                        "2026-03-01", "30")))
                .hasMessageContaining("either from or days");
        assertThatThrownBy(() -> kpis.handle(new KpiRequest(null, null, null, null, null, null, null, null)))
                .hasMessageContaining("legalEntity is missing");
        assertThatThrownBy(() -> trend.handle(new TrendRequest(story.entity().value(), "2026-01-01", "2026-03-31", null,
                "DAY", null, null, null, null))).hasMessageContaining("step is none of MONTH");
        Stories.actAsMemberOf("ELSEWHERE");
        assertThatThrownBy(() -> asked("2026-03-31", null)).hasMessageContaining("there is no legal entity");
    }

    private void vector() {
        story.invoice("O", "C1", "150000.00", "2025-12-01", "2025-12-31")
                .invoice("JAN", "C1", "80000.00", "2026-01-10", "2026-02-10")
                .invoice("FEB", "C1", "2026-02-10",
                        new Instalment(1, LocalDate.parse("2026-03-15"), Story.eur("40000.00")),
                        new Instalment(2, LocalDate.parse("2026-04-15"), Story.eur("20000.00")))
                .invoice("MAR", "C1", "90000.00", "2026-03-10", "2026-04-30")
                .payment("P1", "C1", "200000.00", "2026-02-20")
                .allocate("A1", "P1", "O", "C1", "150000.00", "2026-02-20")
                .allocate("A2", "P1", "JAN", "C1", "50000.00", "2026-02-20");
    }

    private KpiAnswer asked(String asAt, @Nullable String days) {
        story.position();
        return kpis.handle(new KpiRequest(story.entity().value(), asAt, null, null, null, null, null, days));
    }
}
