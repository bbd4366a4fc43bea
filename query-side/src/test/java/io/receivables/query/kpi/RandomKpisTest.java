package io.receivables.query.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.paymentbehaviour.GetPaymentBehaviour;
import io.receivables.query.testing.PlainFigures;
import io.receivables.query.testing.PlainFigures.Part;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Any history, asked at any date, as known at any position, has the figures that its facts have when told plainly: whether it
 * was recorded over the months of its dates, all at once as an import is, or late.
 */
@QueryTest
@TestPropertySource(properties = "own.database=figures")
@SuppressWarnings("NullAway.Init") // filled by Spring
class RandomKpisTest {

    private static final int FACTS = 150;

    @Autowired
    private GetKpis kpis;
    @Autowired
    private GetPaymentBehaviour behaviour;
    @Autowired
    private Stories stories;

    private Story story;
    private PlainFigures plain;

    @ParameterizedTest
    @CsvSource({"1, 2026-01-05T08:00:00Z, 170", "7, 2026-08-10T08:00:00Z, 0", "20261126, 2026-12-20T08:00:00Z, 100"})
    void everyCutHasTheFiguresOfItsFacts(long seed, OffsetDateTime begin, int days) {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        story = stories.beginAt(begin.toInstant());
        for (int i = 0; i < 3; i++) {
            story.account("C" + i);
        }
        var history = new RandomHistory(story, random, 3);
        plain = new PlainFigures(history.book());
        story.onTold((position, fact) -> {
            history.book().add(position, fact);
            plain.add(position, fact);
        });
        for (int i = 0; i < FACTS; i++) {
            story.recordedAt(begin.toInstant().plus(Duration.ofDays(days).multipliedBy(i).dividedBy(FACTS)));
            history.oneFact();
        }
        long last = story.position();
        for (int i = 0; i < 25; i++) {
            var asAt = RandomHistory.FIRST_DAY.plusDays(random.nextInt(RandomHistory.DAYS + 60));
            long known = i < 5 ? last : story.firstPosition() + random.nextLong(last - story.firstPosition() + 1);
            compare(asAt, asAt.minusDays(random.nextInt(120)), known);
            compareBehaviour("C" + random.nextInt(3), asAt, known);
        }
    }

    private void compare(LocalDate asAt, LocalDate from, long known) {
        var answer = kpis
                .handle(new KpiRequest(story.entity().value(), asAt.toString(), Long.toString(known), null, null,
                        null, from.toString(), null));
        var what = "from " + from + " to " + asAt + " as known at " + known;
        long begin = plain.receivables(from.minusDays(1), known);
        long end = plain.receivables(asAt, known);
        long notDue = plain.notDue(asAt, known);
        long sales = plain.sales(from, asAt, known);
        long daily = plain.dailyReceivables(from, asAt, known);
        long days = asAt.toEpochDay() - from.toEpochDay() + 1;
        long toCollect = begin + sales + plain.takenOver(from, asAt, known)
                - plain.soldToFactors(from, asAt, known) + plain.charged(from, asAt, known);
        var settled = plain.settled(from, asAt, asAt, known);
        var figures = answer.kpis();

        assertThat(answer.inputs().ties()).as(what).isTrue();
        assertThat(answer.inputs().receivablesEnd()).as(what).isEqualTo(money(end));
        assertThat(answer.inputs().receivablesBegin()).as(what).isEqualTo(money(begin));
        assertThat(answer.inputs().netSales()).as(what).isEqualTo(money(sales));
        assertThat(figures.dsoSimple().value()).as(what).isEqualTo(ratio(end, days, sales));
        assertThat(figures.dsoBestPossible().value()).as(what).isEqualTo(ratio(notDue, days, sales));
        assertThat(figures.averageDaysDelinquent().value()).as(what).isEqualTo(ratio(end - notDue, days, sales));
        assertThat(figures.collectionEffectiveness().value()).as(what)
                .isEqualTo(ratio(toCollect - end, 100, toCollect - notDue));
        assertThat(figures.turnover().value()).as(what).isEqualTo(ratio(sales, days, daily));
        assertThat(figures.overdueShare().value()).as(what).isEqualTo(ratio(end - notDue, 100, end));
        assertThat(figures.badDebtShare().value()).as(what)
                .isEqualTo(ratio(plain.lost(from, asAt, known), 100, sales));
        assertThat(figures.averageDaysLate().value()).as(what)
                .isEqualTo(ratio(PlainFigures.dayAmountsLate(settled), 1, PlainFigures.amount(settled)));
        assertThat(figures.averageDaysToPay().value()).as(what)
                .isEqualTo(ratio(PlainFigures.dayAmountsToPay(settled), 1, PlainFigures.amount(settled)));
        assertThat(figures.shareOnTime().value()).as(what)
                .isEqualTo(ratio(PlainFigures.onTime(settled), 100, PlainFigures.amount(settled)));
        assertThat(figures.dsoCountback().value()).as(what).isEqualTo(countback(end, asAt, known));
    }

    private void compareBehaviour(String account, LocalDate asAt, long known) {
        var answer = behaviour.handle(story.accountId(account), new AsOfRequest(asAt.toString(), Long.toString(known)));
        var settled = plain.settled(asAt.minusMonths(12).plusDays(1), asAt, asAt, known)
                .stream()
                .filter(part -> part.account().equals(story.id(account)))
                .toList();
        assertThat(answer.last12Months().averageDaysLate())
                .isEqualTo(ratio(PlainFigures.dayAmountsLate(settled), 1, PlainFigures.amount(settled)));
        assertThat(answer.last12Months().settledInvoices())
                .isEqualTo(settled.stream().map(Part::invoice).distinct().count());
        assertThat(answer.last12Months().longestDaysLate() == null).isEqualTo(settled.isEmpty());
        assertThat(settled).allMatch(part -> ChronoUnit.DAYS.between(part.due(),
                part.paid()) <= Objects.requireNonNull(answer.last12Months().longestDaysLate()));
    }

    /** Days of sales, day by day: a month is taken whole as long as it is less than what is left. */
    private @Nullable String countback(long receivables, LocalDate asAt, long known) {
        var counted = BigDecimal.ZERO;
        long left = receivables;
        var first = RandomHistory.FIRST_DAY.minusMonths(1);
        for (var end = asAt; left > 0 && !end.isBefore(first); end = end.withDayOfMonth(1).minusDays(1)) {
            long sales = plain.sales(end.withDayOfMonth(1), end, known);
            var days = BigDecimal.valueOf(end.getDayOfMonth());
            counted = counted.add(sales >= left
                    ? days.multiply(BigDecimal.valueOf(left))
                            .divide(BigDecimal.valueOf(sales), 20, RoundingMode.HALF_UP)
                    : days);
            left = sales >= left ? 0 : left - sales;
        }
        return left > 0 ? null : counted.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static @Nullable String ratio(long numerator, long factor, long denominator) {
        return denominator <= 0
                ? null
                : BigDecimal.valueOf(numerator)
                        .multiply(BigDecimal.valueOf(factor))
                        .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
