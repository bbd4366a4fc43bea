package io.receivables.command.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DatedAmountsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void whatIsTakenLaterIsNotAvailableEarlier() {
        var amounts = opened("100.00");
        amounts.take(day(20), eur("70.00"));
        assertThat(amounts.at(day(10))).isEqualTo(eur("100.00"));
        assertThat(amounts.availableFrom(day(10))).isEqualTo(eur("30.00"));
    }

    @Test
    void whatComesBackIsAvailableFromThatDayOnly() {
        var amounts = opened("100.00");
        amounts.take(day(5), eur("100.00"));
        amounts.add(day(20), eur("100.00"));
        assertThatThrownBy(() -> amounts.requireAvailable(eur("1.00"), day(10), ProblemCode.ALLOCATION_EXCEEDS_OPEN,
                "payment P1")).isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ProblemCode.NOT_AVAILABLE_AT_DATE);
                    assertThat(refusal.detail()).contains("first possible date: 2026-01-20");
                });
        amounts.requireAvailable(eur("100.00"), day(20), ProblemCode.ALLOCATION_EXCEEDS_OPEN, "payment P1");
    }

    @Test
    void whatIsNotThereAtAllIsRefusedWithTheNumbers() {
        assertThatThrownBy(() -> opened("100.00").requireAvailable(eur("100.01"), day(10),
                ProblemCode.ALLOCATION_EXCEEDS_OPEN, "payment P1")).isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ProblemCode.ALLOCATION_EXCEEDS_OPEN);
                    assertThat(refusal.detail()).isEqualTo("100.01 EUR exceeds the 100.00 EUR of payment P1");
                });
    }

    /** Takes only what is said to be available, anywhere in time: no day may ever fall below zero. */
    @RepeatedTest(100)
    void noDayEverFallsBelowZero(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var amounts = opened("1000.00");
        for (int i = 0; i < 60; i++) {
            var date = day(1 + random.nextInt(60));
            var available = amounts.availableFrom(date);
            if (random.nextInt(4) == 0) {
                amounts.add(date, eur("3.00"));
            } else if (available.isPositive()) {
                amounts.take(date, Money.ofMinorUnits(random.nextLong(available.minorUnits()) + 1, EUR));
            }
            for (int day = 1; day <= 61; day++) {
                assertThat(amounts.at(day(day)).isNegative()).isFalse();
            }
        }
    }

    private static DatedAmounts opened(String amount) {
        var amounts = new DatedAmounts(EUR);
        amounts.add(FIRST, eur(amount));
        return amounts;
    }

    private static LocalDate day(int day) {
        return FIRST.plusDays(day - 1L);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
