package io.receivables.command.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.policy.FeeScale;
import io.receivables.events.policy.FeeScale.Kind;
import io.receivables.events.policy.FeeStep;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeesTest {

    private static final Money LATE = Money.of("333.33", "EUR");

    @ParameterizedTest
    @CsvSource({"1,12.00", "400,12.00"})
    void aFlatFeeStaysTheSame(int days, String fee) {
        assertFee(new FeeScale(Kind.FLAT, eur("12.00"), null, null, null, null), days, fee);
    }

    @ParameterizedTest
    @CsvSource({"4,0.00", "5,5.00", "30,5.00", "31,5.00", "60,5.00", "61,9.00", "500,9.00"})
    void aTierGivesAnAmountOrAPercentage(int days, String fee) {
        var steps = List.of(new FeeStep(5, eur("5.00"), null), new FeeStep(31, null, Percentage.of("1.5")),
                new FeeStep(61, null, Percentage.of("3")));
        assertFee(new FeeScale(Kind.TIERED, null, steps, null, null, eur("9.00")), days, fee);
    }

    @ParameterizedTest
    @CsvSource({"1,10.00", "30,10.00", "31,14.00", "60,14.00", "61,18.00", "91,20.00", "9999,20.00"})
    void aProgressiveFeeGrowsToItsCap(int days, String fee) {
        assertFee(new FeeScale(Kind.PROGRESSIVE, eur("10.00"), null, eur("4.00"), 30, eur("20.00")), days, fee);
    }

    private static void assertFee(FeeScale scale, int days, String fee) {
        assertThat(Fees.of(scale, days, LATE)).isEqualTo(eur(fee));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
