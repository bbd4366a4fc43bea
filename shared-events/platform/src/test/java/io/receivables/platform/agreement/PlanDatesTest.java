package io.receivables.platform.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which dates of a plan its items are due: 100.00 and 200.00 in rates of 150.00 by April and May. */
class PlanDatesTest {

    private static final PlanItem FIRST = new PlanItem(new InvoiceId("I1"), 1, day("2026-01-31"), eur(10_000));
    private static final PlanItem SECOND = new PlanItem(new InvoiceId("I1"), 2, day("2026-02-28"), eur(20_000));
    private static final PlanStanding PLAN = new PlanStanding(
            new PaymentPlanProposed(new AccountId("C1"), new LegalEntityId("FR01"), new PaymentPlanId("PL1"),
                    List.of(SECOND, FIRST),
                    List.of(new PlanRate(day("2026-04-01"), eur(15_000)), new PlanRate(day("2026-05-01"), eur(15_000))),
                    "seasonal trade", day("2026-03-01")),
            null, List.of(), List.of());

    @Test
    void whatIsOldestByContractIsDueFirst() {
        assertThat(pieces(10_000, 20_000)).containsExactly("1 2026-04-01 10000", "2 2026-04-01 5000",
                "2 2026-05-01 15000");
    }

    @Test
    void whatIsPaidHasFilledTheOldestRatesWhicheverItemItSettled() {
        assertThat(pieces(10_000, 8_000)).containsExactly("1 2026-04-01 3000", "1 2026-05-01 7000",
                "2 2026-05-01 8000");
        assertThat(pieces(0, 0)).isEmpty();
    }

    @Test
    void whatIsOpenBeyondThePlanIsNotThePlans() {
        assertThat(pieces(90_000, 90_000)).isEqualTo(pieces(10_000, 20_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void piecesAddUpToWhatIsOpenAndNoRateHoldsMoreThanItself(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var open = Map.of(FIRST, (long) random.nextInt(10_001), SECOND, (long) random.nextInt(20_001));
            var pieces = PlanDates.of(PLAN, item -> Objects.requireNonNull(open.get(item)));
            assertThat(pieces.stream().mapToLong(PlanDates.Piece::amount).sum()).as("seed %s, %s", seed, open)
                    .isEqualTo(open.values().stream().mapToLong(Long::longValue).sum());
            for (var rate : PLAN.proposed().rates()) {
                assertThat(pieces.stream()
                        .filter(it -> it.planDueDate().equals(rate.dueDate()))
                        .mapToLong(PlanDates.Piece::amount)
                        .sum()).isLessThanOrEqualTo(rate.amount().minorUnits());
            }
        }
    }

    private static List<String> pieces(long first, long second) {
        return PlanDates.of(PLAN, item -> item.equals(FIRST) ? first : second)
                .stream()
                .map(it -> it.item().instalment() + " " + it.planDueDate() + " " + it.amount())
                .toList();
    }

    private static Money eur(long cents) {
        return Money.ofMinorUnits(cents, Currency.getInstance("EUR"));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
