package io.receivables.command.period;

import static io.receivables.command.testing.Fixtures.CONTROLLER;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.period.AccountingPeriods.SignOff;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.period.ControlTotal;
import io.receivables.events.period.PeriodClosed;
import io.receivables.events.period.PeriodReopened;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountingPeriodsTest {

    private static final List<ControlTotal> TOTALS = List.of(
            new ControlTotal(eur("100.00"), eur("40.00"), eur("15.00"), eur("125.00"), eur("7.00")));

    private final StreamFixture<AccountingPeriods> periods = StreamFixture.of(AccountingPeriods.class, "period/FR01");

    @Test
    void aMonthIsNotClosedOnItsLastDay() {
        periods.begins(() -> AccountingPeriods.begin(ENTITY, signOff("2026-03", "03-31")))
                .refused(ProblemCode.PERIOD_NOT_OVER, "2026-03", "2026-03-31");
        periods.given(closed("2026-02", 1))
                .when(it -> it.close(signOff("2026-03", "03-31")))
                .refused(ProblemCode.PERIOD_NOT_OVER, "2026-03-31");
    }

    @Test
    void aClosedMonthIsNotClosedAgain() {
        periods.given(closed("2026-03", 1))
                .when(it -> it.close(signOff("2026-03", "05-02")))
                .refused(ProblemCode.PERIOD_CLOSED, "2026-03");
    }

    @Test
    void theFirstMonthThatIsClosedClosesThoseBeforeIt() {
        periods.given(closed("2026-03", 1))
                .when(it -> it.close(signOff("2026-01", "05-02")))
                .refused(ProblemCode.PERIOD_CLOSED, "2026-01", "2026-03");
    }

    @Test
    void noMonthIsLeftOut() {
        periods.given(closed("2026-03", 1))
                .when(it -> it.close(signOff("2026-05", "06-02")))
                .refused(ProblemCode.EARLIER_PERIOD_OPEN, "2026-04", "2026-05");
    }

    @Test
    void anyMonthMayBeTheFirst() {
        periods.begins(() -> AccountingPeriods.begin(ENTITY, signOff("2026-03", "04-01")))
                .then(new PeriodClosed(ENTITY, YearMonth.of(2026, 3), 1, CONTROLLER, REASON, TOTALS, null,
                        day("04-01")))
                .shows(it -> assertThat(it.closedThrough()).contains(LocalDate.parse("2026-03-31")));
    }

    @Test
    void theNextMonthFollows() {
        periods.given(closed("2026-03", 1))
                .when(it -> it.close(signOff("2026-04", "05-02")))
                .then(new PeriodClosed(ENTITY, YearMonth.of(2026, 4), 1, CONTROLLER, REASON, TOTALS, null,
                        day("05-02")));
    }

    @Test
    void nothingIsReopenedWhileNothingIsClosed() {
        periods.given(closed("2026-03", 1), reopened("2026-03", 1))
                .when(it -> it.reopen(YearMonth.of(2026, 3), CONTROLLER, REASON, day("05-02")))
                .refused(ProblemCode.PERIOD_NOT_CLOSED, "2026-03");
    }

    @Test
    void aMonthThatNobodySignedIsNotReopened() {
        periods.given(closed("2026-03", 1))
                .when(it -> it.reopen(YearMonth.of(2026, 2), CONTROLLER, REASON, day("05-02")))
                .refused(ProblemCode.PERIOD_NOT_CLOSED, "2026-02", "2026-03");
    }

    @Test
    void onlyTheLastMonthIsReopened() {
        periods.given(closed("2026-03", 1), closed("2026-04", 1))
                .when(it -> it.reopen(YearMonth.of(2026, 3), CONTROLLER, REASON, day("05-02")))
                .refused(ProblemCode.LATER_PERIOD_CLOSED, "2026-04", "2026-03");
    }

    @Test
    void aReopenedMonthIsSignedASecondTime() {
        periods.given(closed("2026-03", 1), closed("2026-04", 1))
                .when(it -> it.reopen(YearMonth.of(2026, 4), CONTROLLER, REASON, day("05-02")))
                .then(reopened("2026-04", 1))
                .shows(it -> assertThat(it.closedThrough()).contains(LocalDate.parse("2026-03-31")));
        periods.given(closed("2026-03", 1), closed("2026-04", 1), reopened("2026-04", 1))
                .when(it -> it.close(signOff("2026-04", "05-03")))
                .then(new PeriodClosed(ENTITY, YearMonth.of(2026, 4), 2, CONTROLLER, REASON, TOTALS, null,
                        day("05-03")))
                .shows(it -> assertThat(it.closedThrough()).contains(LocalDate.parse("2026-04-30")));
    }

    @Test
    void reopeningTheFirstMonthLeavesNothingClosed() {
        periods.given(closed("2026-03", 1))
                .when(it -> it.reopen(YearMonth.of(2026, 3), CONTROLLER, REASON, day("05-02")))
                .then(reopened("2026-03", 1))
                .shows(it -> assertThat(it.closedThrough()).isEmpty());
        periods.given(closed("2026-03", 1), reopened("2026-03", 1))
                .when(it -> it.close(signOff("2026-01", "05-02")))
                .then(new PeriodClosed(ENTITY, YearMonth.of(2026, 1), 1, CONTROLLER, REASON, TOTALS, null,
                        day("05-02")))
                .shows(it -> assertThat(it.closedThrough()).contains(LocalDate.parse("2026-01-31")));
    }

    private static SignOff signOff(String month, String today) {
        return new SignOff(YearMonth.parse(month), CONTROLLER, REASON, TOTALS, null, day(today));
    }

    private static PeriodClosed closed(String month, int no) {
        return new PeriodClosed(ENTITY, YearMonth.parse(month), no, CONTROLLER, REASON, TOTALS, null, day("05-01"));
    }

    private static PeriodReopened reopened(String month, int no) {
        return new PeriodReopened(ENTITY, YearMonth.parse(month), no, CONTROLLER, REASON, day("05-02"));
    }
}
