package io.receivables.command.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.OpenPrincipals;
import io.receivables.command.rate.ReferenceRates;
import io.receivables.events.charge.DayCount;
import io.receivables.events.money.Percentage;
import io.receivables.events.policy.InterestRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interest at an agreed rate; what rests on reference rates is told in the tests of the run. */
class InterestTest {

    @ParameterizedTest
    @CsvSource({
            // 2024 is a leap year: 366 days from 31 December 2023.
            "2023-12-31,2024-12-31,ACT_365,10.03", "2023-12-31,2024-12-31,ACT_360,10.17",
            "2023-12-31,2024-12-31,ACT_ACT,10.00", "2024-12-31,2025-12-31,ACT_ACT,10.00",
            "2024-12-31,2025-12-31,ACT_365,10.00", "2024-12-31,2025-12-31,ACT_360,10.14",
            // Two days of 2023 and two of 2024: 2/365 + 2/366.
            "2023-12-29,2024-01-02,ACT_ACT,0.11", "2024-02-28,2024-03-01,ACT_365,0.05",
            "2026-05-31,2026-05-31,ACT_365,0.00", "2026-05-31,2026-06-01,ACT_365,0.03"})
    void aYearIsCountedAsAgreed(String due, String until, DayCount dayCount, String interest) {
        var principal = OpenPrincipals.of("100.00", LocalDate.parse(due));
        var periods = interest(dayCount, "10").periods(OpenPrincipals.list(principal), LocalDate.MIN,
                LocalDate.parse(until));
        assertThat(Interest.rounded(Interest.sum(periods), principal.instalment().amount()).amount())
                .isEqualByComparingTo(interest);
    }

    @Test
    void nothingIsRoundedBeforeTheClaim() {
        var principal = OpenPrincipals.of("0.05", LocalDate.parse("2026-01-01"));
        var periods = interest(DayCount.ACT_365, "10").periods(OpenPrincipals.list(principal), LocalDate.MIN,
                LocalDate.parse("2027-01-01"));
        assertThat(Interest.sum(periods)).isEqualByComparingTo("0.005");
        assertThat(Interest.rounded(new BigDecimal("0.005"), principal.instalment().amount()).amount())
                .isEqualByComparingTo("0.01");
        assertThat(Interest.rounded(new BigDecimal("0.00499999999999999999"), principal.instalment().amount()).amount())
                .as("the noise of two periods that add up to half a cent")
                .isEqualByComparingTo("0.01");
    }

    @Test
    void whatIsNotDueYetBearsNone() {
        var principal = OpenPrincipals.of("100.00", LocalDate.parse("2026-01-31"));
        assertThat(interest(DayCount.ACT_365, "10").periods(OpenPrincipals.list(principal), LocalDate.MIN,
                LocalDate.parse("2026-01-31"))).isEmpty();
    }

    @SuppressWarnings("NullAway") // an agreed rate asks for no reference rates
    private static final ReferenceRates NONE = null;

    private static Interest interest(DayCount dayCount, String percent) {
        var rules = new InterestRules(Percentage.of(percent), null, null, dayCount, null, null);
        return new Interest(new InterestRates(rules, NONE), dayCount);
    }
}
