package io.receivables.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Fixtures;
import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.money.Money;
import io.receivables.platform.agreement.DisputeStanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On each day what bears charges is what is open less what is disputed, and never below zero. */
class DisputedPrincipalTest {

    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final int DAYS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void dayByDay(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var principals = principals(random);
            var disputes = disputes(random);
            var asAt = day(random.nextInt(DAYS));
            DisputedPrincipal.of(disputes, asAt, Set.of()).leaveOut(principals);
            for (int n = 0; n < DAYS; n++) {
                var day = day(n);
                long open = principals.stream().mapToLong(it -> it.open(day)).sum();
                var what = "seed %s, history %s, day %s, as at %s, %s".formatted(seed, i, day, asAt, disputes);
                assertThat(principals.stream().mapToLong(it -> it.at(day).minorUnits()).sum()).as(what)
                        .isEqualTo(open - Math.min(open, disputedOn(day.plusDays(1), asAt, disputes)));
                principals.forEach(it -> {
                    assertThat(it.at(day).isNegative()).as(what).isFalse();
                    assertThat(it.at(day).plus(it.disputedAt(day)).minorUnits()).as(what).isEqualTo(it.open(day));
                });
            }
        }
    }

    /** Told dispute by dispute, whatever else there is. */
    private static long disputedOn(LocalDate day, LocalDate asAt, List<DisputeStanding> disputes) {
        return disputes.stream().filter(it -> {
            var raised = it.raised().effectiveDate();
            var end = it.resolved();
            if (raised.isAfter(asAt)) {
                return false;
            }
            if (end == null || end.effectiveDate().isAfter(asAt)) {
                return !day.isBefore(raised);
            }
            return end.outcome() == DisputeOutcome.CREDITED && !day.isAfter(end.effectiveDate());
        }).mapToLong(it -> it.raised().amount().minorUnits()).sum();
    }

    private static List<OpenPrincipal> principals(Random random) {
        var principals = new ArrayList<OpenPrincipal>();
        for (int no = 1; no <= 1 + random.nextInt(3); no++) {
            var principal = new OpenPrincipal(new Instalment(no, day(random.nextInt(40)), cents(1_000)), START);
            for (int n = random.nextInt(4); n > 0; n--) {
                principal.add(day(random.nextInt(DAYS)), cents(random.nextInt(800) - 600));
            }
            principals.add(principal);
        }
        return principals;
    }

    private static List<DisputeStanding> disputes(Random random) {
        var disputes = new ArrayList<DisputeStanding>();
        for (int n = random.nextInt(4); n > 0; n--) {
            int raised = random.nextInt(DAYS);
            var dispute = DisputeStanding.of(raised(n, random.nextBoolean() ? null : 1 + random.nextInt(4),
                    cents(1 + random.nextInt(900)), day(raised)));
            disputes.add(random.nextBoolean()
                    ? dispute
                    : dispute.after(resolved(dispute.raised(),
                            DisputeOutcome.values()[random.nextInt(3)], day(raised + random.nextInt(20)))));
        }
        return disputes;
    }

    private static DisputeRaised raised(int n, @Nullable Integer instalment, Money amount, LocalDate date) {
        return new DisputeRaised(Fixtures.INVOICE, Fixtures.ACCOUNT, Fixtures.ENTITY, new DisputeId("D" + n), amount,
                instalment, DisputeCategory.OTHER, "wet", null, date, null, date);
    }

    private static DisputeResolved resolved(DisputeRaised raised, DisputeOutcome outcome, LocalDate date) {
        return new DisputeResolved(raised.invoiceId(), raised.accountId(), raised.legalEntity(), raised.disputeId(),
                raised.amount(), outcome, "looked at", null, date);
    }

    private static LocalDate day(int n) {
        return START.plusDays(n);
    }

    private static Money cents(long minorUnits) {
        return Money.ofMinorUnits(minorUnits, Money.of("0.00", "EUR").currency());
    }
}
