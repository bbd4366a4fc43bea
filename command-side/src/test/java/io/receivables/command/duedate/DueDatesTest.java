package io.receivables.command.duedate;

import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.receivables.events.account.EndOfMonth;
import io.receivables.events.account.InstalmentTerms;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.Roll;
import io.receivables.events.account.TermsStart;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.policy.TermsRules;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueDatesTest {

    /** Easter Monday and Labour Day of 2026, a Monday and a Friday. */
    private static final TermsRules HOLIDAYS = new TermsRules(
            List.of(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 5, 1)), null, null);

    @ParameterizedTest(name = "{0} + {1} days, {2}, day {3}: {4}")
    @CsvSource(nullValues = "-", value = {
            "2026-01-15, 30, NONE, -, 2026-02-14",
            // "45 days end of month" has two readings.
            "2026-01-15, 45, NET_THEN_END, -, 2026-03-31",
            "2026-01-15, 45, END_THEN_NET, -, 2026-03-17",
            "2026-01-31, 0, END_THEN_NET, -, 2026-01-31",
            // February, in a leap year and in others.
            "2024-01-30, 30, NET_THEN_END, -, 2024-02-29",
            "2025-01-29, 30, NET_THEN_END, -, 2025-02-28",
            "2024-01-31, 29, NONE, -, 2024-02-29",
            "2025-01-31, 29, NONE, -, 2025-03-01",
            "2024-02-10, 30, END_THEN_NET, -, 2024-03-30",
            "2025-02-10, 30, END_THEN_NET, -, 2025-03-30",
            "2026-01-15, 30, NONE, 10, 2026-03-10",
            "2026-01-15, 30, NONE, 14, 2026-02-14",
            "2026-01-15, 30, NONE, 31, 2026-02-28",
            "2024-01-15, 30, NONE, 30, 2024-02-29",
            "2026-12-15, 20, NONE, 1, 2027-02-01",
            "2026-01-15, 45, NET_THEN_END, 10, 2026-04-10"})
    void anInvoiceFallsDueUnderItsTerms(LocalDate issued, int netDays, EndOfMonth endOfMonth,
            @Nullable Integer dayOfMonth, LocalDate due) {
        assertThat(dueDate(new PaymentTerms(netDays, endOfMonth, dayOfMonth, null), issued, null)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} + {1} days rolls to {2}")
    @CsvSource({
            "2026-01-01, 30, 2026-02-02", // Saturday
            "2026-01-02, 30, 2026-02-02", // Sunday
            "2026-01-03, 30, 2026-02-02", // Monday
            "2026-04-01, 30, 2026-05-04", // a holiday on Friday, then the weekend
            "2026-03-04, 30, 2026-04-03", // Good Friday is none of the holidays
            "2026-03-05, 30, 2026-04-07"}) // Saturday, Sunday, a holiday on Monday
    void aDueDateMovesOnToTheNextBusinessDayWhereTheTermsRoll(LocalDate issued, int netDays, LocalDate due) {
        assertThat(dueDate(terms(netDays, null, Roll.FOLLOWING), issued, null)).isEqualTo(due);
    }

    @Test
    void aDueDateStaysOnAHolidayByDefault() {
        assertThat(dueDate(terms(30, null, null), day("04-01"), null)).isEqualTo(day("05-01"));
    }

    @Test
    void daysMayRunFromTheSupply() {
        var terms = terms(30, TermsStart.SUPPLY, null);
        assertThat(dueDate(terms, day("01-20"), day("01-10"))).isEqualTo(day("02-09"));
        assertThat(dueDate(terms, day("01-20"), day("01-25"))).isEqualTo(day("02-24"));
    }

    @Test
    void whatRanOutBeforeTheInvoiceCameIsDueAtOnce() {
        assertThat(dueDate(terms(30, TermsStart.SUPPLY, null), day("03-15"), day("01-10"))).isEqualTo(day("03-15"));
        // A Sunday.
        assertThat(dueDate(terms(30, TermsStart.SUPPLY, Roll.FOLLOWING), day("03-15"), day("01-10")))
                .isEqualTo(day("03-16"));
    }

    @Test
    void daysFromASupplyThatIsNotNamedAreRefused() {
        refused(ProblemCode.SUPPLY_DATE_REQUIRED,
                () -> dueDate(terms(30, TermsStart.SUPPLY, null), day("01-20"), null));
    }

    @Test
    void percentagesSplitByTheLargestRemainder() {
        var thirds = List.of(share("33.33", 30), share("33.33", 60), share("33.34", 90));
        assertThat(split(thirds, "100.01")).containsExactly(
                new Instalment(1, day("01-31"), eur("33.33")), new Instalment(2, day("03-02"), eur("33.33")),
                new Instalment(3, day("04-01"), eur("33.35")));
        assertThat(split(List.of(share("50", 0), share("50", 30)), "0.01"))
                .containsExactly(new Instalment(1, day("01-01"), eur("0.01")));
    }

    @Test
    void whereAmountsAreUsedTheLastTakesTheRest() {
        var parts = List.of(amount("100.00", 0), share("10", 30), new InstalmentTerms(null, null, 60, null, null));
        assertThat(split(parts, "333.33")).extracting(Instalment::amount)
                .containsExactly(eur("100.00"), eur("33.33"), eur("200.00"));
        assertThat(split(List.of(amount("100.00", 0), amount("50.00", 30)), "333.33"))
                .extracting(Instalment::amount)
                .containsExactly(eur("100.00"), eur("233.33"));
    }

    @Test
    void amountsThatLeaveNothingForTheLastAreRefused() {
        var refusal = refused(ProblemCode.INSTALMENTS_DO_NOT_ADD_UP,
                () -> split(List.of(amount("100.00", 0), share("50", 30)), "100.00"));
        assertThat(refusal.getMessage()).contains("100.00 EUR", "0.00 EUR");
        refused(ProblemCode.CURRENCY_MISMATCH, () -> split(
                List.of(new InstalmentTerms(null, Money.of("10.00", "USD"), 0, null, null), share("50", 30)),
                "100.00"));
    }

    @Test
    void whatAnInstalmentLeavesOutIsThatOfTheTerms() {
        var parts = List.of(new InstalmentTerms(Percentage.of("40"), null, 0, EndOfMonth.NONE, null),
                new InstalmentTerms(Percentage.of("60"), null, null, null, 10));
        var terms = new PaymentTerms(45, EndOfMonth.NET_THEN_END, null, null, null, null, parts, null);
        assertThat(DueDates.of(terms, eur("100.00"), invoiced(day("01-15"), null), TermsRules.NONE))
                .extracting(Instalment::dueDate)
                .containsExactly(day("01-15"), day("04-10"));
    }

    /** Each amount differs from its exact share by less than a cent, and together they are the total. */
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261125})
    void partsAlwaysAddUpToTheTotal(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            var parts = randomShares(random);
            var total = Money.ofMinorUnits(1 + random.nextLong(10_000_000), eur("0.00").currency());
            var amounts = InstalmentAmounts.of(parts, total);
            assertThat(amounts.stream().reduce(Money::plus)).as("seed %s run %s", seed, run).contains(total);
            for (int i = 0; i < amounts.size(); i++) {
                var percent = Objects.requireNonNull(parts.get(i).percent());
                var exact = total.amount().multiply(percent.value()).movePointLeft(2);
                assertThat(amounts.get(i).amount().subtract(exact).abs()).as("seed %s run %s", seed, run)
                        .isLessThan(new BigDecimal("0.01"));
            }
        }
    }

    private static List<InstalmentTerms> randomShares(Random random) {
        var parts = new ArrayList<InstalmentTerms>();
        int left = 10_000;
        while (left > 0) {
            int share = parts.size() == 11 ? left : 1 + random.nextInt(left);
            parts.add(share(BigDecimal.valueOf(share, 2).toPlainString(), 30));
            left -= share;
        }
        return parts;
    }

    private static PaymentTerms terms(int netDays, @Nullable TermsStart from, @Nullable Roll roll) {
        return new PaymentTerms(netDays, EndOfMonth.NONE, null, null, from, roll, null, null);
    }

    private static LocalDate dueDate(PaymentTerms terms, LocalDate issued, @Nullable LocalDate supplied) {
        return DueDates.of(terms, eur("100.00"), invoiced(issued, supplied), HOLIDAYS).getFirst().dueDate();
    }

    private static List<Instalment> split(List<InstalmentTerms> parts, String total) {
        return DueDates.of(new PaymentTerms(30, EndOfMonth.NONE, null, null, null, null, parts, null), eur(total),
                invoiced(day("01-01"), null), TermsRules.NONE);
    }

    private static DueDates.Invoiced invoiced(LocalDate issued, @Nullable LocalDate supplied) {
        return new DueDates.Invoiced(issued, supplied);
    }

    private static InstalmentTerms share(String percent, int netDays) {
        return new InstalmentTerms(Percentage.of(percent), null, netDays, null, null);
    }

    private static InstalmentTerms amount(String amount, int netDays) {
        return new InstalmentTerms(null, eur(amount), netDays, null, null);
    }

    private static Refusal refused(ProblemCode code, Runnable decision) {
        var thrown = assertThatExceptionOfType(Refusal.class).isThrownBy(decision::run).actual();
        assertThat(thrown.code()).isEqualTo(code);
        return thrown;
    }
}
