package io.receivables.events.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void moreDecimalsThanTheCurrencyHasAreRefused() {
        assertThatThrownBy(() -> Money.of("1.001", "EUR")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of("1.5", "JPY")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void twoCurrenciesAreNeverAddedOrCompared() {
        var euro = Money.of("1.00", "EUR");
        var dollar = Money.of("1.00", "USD");
        assertThatThrownBy(() -> euro.plus(dollar)).hasMessageContaining("1.00 EUR").hasMessageContaining("1.00 USD");
        assertThatThrownBy(() -> euro.compareTo(dollar)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalAmountsAreEqualHoweverTheyAreWritten() {
        assertThat(Money.of("119", "EUR")).isEqualTo(Money.of("119.00", "EUR"));
        assertThat(Money.of("119", "JPY").minorUnits()).isEqualTo(119);
        assertThat(Money.of("1.234", "BHD").minorUnits()).isEqualTo(1234);
    }

    @Test
    void halfACentIsRoundedUp() {
        assertThat(Money.of("0.25", "EUR").percentageRoundedHalfUp(Percentage.of("2")))
                .isEqualTo(Money.of("0.01", "EUR"));
        assertThat(Money.of("0.24", "EUR").percentageRoundedHalfUp(Percentage.of("2")))
                .isEqualTo(Money.of("0.00", "EUR"));
    }

    @Test
    void aSplitGivesTheLargestRemaindersTheExtraCents() {
        assertThat(Money.of("100.00", "EUR").splitBy(List.of(1L, 1L, 1L))).containsExactly(Money.of("33.34", "EUR"),
                Money.of("33.33", "EUR"), Money.of("33.33", "EUR"));
        assertThat(Money.of("0.05", "EUR").splitBy(List.of(70L, 30L))).containsExactly(Money.of("0.04", "EUR"),
                Money.of("0.01", "EUR"));
    }

    @Test
    void weightsThatAddUpToNothingAreRefused() {
        assertThatThrownBy(() -> Money.of("1.00", "EUR").splitBy(List.of(0L, 0L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @RepeatedTest(200)
    void partsAddUpToTheWholeAndNoneIsAWholeCentOff(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var weights = random.longs(1 + random.nextInt(12), 1, 10_000).boxed().toList();
        var whole = Money.ofMinorUnits(random.nextLong(-100_000_000L, 100_000_000L), EUR);
        var parts = whole.splitBy(weights);
        assertThat(parts.stream().reduce(Money::plus)).contains(whole);
        double sum = weights.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < parts.size(); i++) {
            double exact = whole.minorUnits() * (weights.get(i) / sum);
            assertThat(Math.abs(parts.get(i).minorUnits() - exact)).isLessThan(1.000001);
        }
    }
}
