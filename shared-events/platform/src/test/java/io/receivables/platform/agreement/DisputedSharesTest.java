package io.receivables.platform.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.platform.agreement.DisputedShares.Claim;
import io.receivables.platform.agreement.DisputedShares.Open;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of each instalment is disputed. */
class DisputedSharesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-31");

    @Test
    void aDisputeOfTheInvoiceIsOnTheOldestFirst() {
        assertThat(DisputedShares.of(List.of(open(1, 2, 100), open(2, 1, 50)), List.of(new Claim(null, 70))))
                .isEqualTo(Map.of(1, 20L, 2, 50L));
    }

    @Test
    void oneThatNamesAnInstalmentIsOnThatOneFirst() {
        assertThat(DisputedShares.of(List.of(open(1, 1, 100), open(2, 2, 50)),
                List.of(new Claim(null, 100), new Claim(2, 30)))).isEqualTo(Map.of(1, 100L, 2, 30L));
    }

    /** The instalment was moved to other due dates, or paid: the dispute is on what is open instead. */
    @Test
    void noneVanishesWhileSomethingIsOpen() {
        assertThat(DisputedShares.of(List.of(open(3, 3, 150)), List.of(new Claim(1, 60)))).isEqualTo(Map.of(3, 60L));
        assertThat(DisputedShares.of(List.of(), List.of(new Claim(1, 60)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void togetherTheyAreTheSmallerOfDisputedAndOpen(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var open = new ArrayList<Open>();
            for (int no = 1; no <= 1 + random.nextInt(4); no++) {
                open.add(open(no, random.nextInt(5), random.nextInt(200)));
            }
            var claims = new ArrayList<Claim>();
            for (int n = random.nextInt(4); n > 0; n--) {
                claims.add(new Claim(random.nextBoolean() ? null : 1 + random.nextInt(5), 1 + random.nextInt(150)));
            }
            var shares = DisputedShares.of(open, claims);
            long disputed = claims.stream().mapToLong(Claim::amount).sum();
            long all = open.stream().mapToLong(Open::amount).sum();
            assertThat(shares.values().stream().mapToLong(Long::longValue).sum())
                    .as("seed %s, %s, %s", seed, open, claims)
                    .isEqualTo(Math.min(disputed, all));
            open.forEach(it -> assertThat(shares.getOrDefault(it.no(), 0L)).isBetween(0L, it.amount()));
        }
    }

    private static Open open(int no, int month, long amount) {
        return new Open(no, DAY.plusMonths(month), amount);
    }
}
