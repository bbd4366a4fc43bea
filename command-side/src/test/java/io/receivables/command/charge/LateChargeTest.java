package io.receivables.command.charge;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ALLOCATION;
import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.chargeReversed;
import static io.receivables.command.testing.Fixtures.chargeSettled;
import static io.receivables.command.testing.Fixtures.claimed;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.part;

import io.receivables.command.invoice.SettlementClaim;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a late charge takes, and when it can be taken back. */
class LateChargeTest {

    private final StreamFixture<LateCharge> charge = StreamFixture.of(LateCharge.class, "charge/LC1");

    @Test
    void moreThanIsOpenIsRefused() {
        charge.given(claimed("40.00", "02-15"), chargeSettled("30.00", "02-20"))
                .when(it -> it.plan(claim("10.01", "02-20")))
                .refused(ProblemCode.ALLOCATION_EXCEEDS_OPEN, "10.01 EUR", "10.00 EUR");
    }

    @Test
    void moneyBeforeTheClaimIsRefused() {
        charge.given(claimed("40.00", "02-15"))
                .when(it -> it.plan(claim("40.00", "02-14")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-15");
    }

    @Test
    void aPartOfAnInstalmentIsNoPartOfACharge() {
        charge.given(claimed("40.00", "02-15"))
                .when(it -> it.plan(new SettlementClaim(ACCOUNT, eur("40.00"), 1, null, day("02-15"), null)))
                .refused(ProblemCode.INSTALMENT_UNKNOWN);
    }

    @Test
    void aChargeEarnsNoDiscount() {
        charge.given(claimed("40.00", "02-15"))
                .when(it -> it.plan(claim("39.00", eur("1.00"))))
                .refused(ProblemCode.DISCOUNT_TOO_LARGE, "1.00 EUR");
    }

    @Test
    void moneyOfAnotherAccountIsRefused() {
        charge.given(claimed("40.00", "02-15"))
                .when(it -> it
                        .plan(new SettlementClaim(new AccountId("C2"), eur("1.00"), null, null, day("02-15"), null)))
                .refused(ProblemCode.ACCOUNT_MISMATCH, "C1", "C2");
    }

    @Test
    void moneyOfAnotherCurrencyIsRefused() {
        charge.given(claimed("40.00", "02-15"))
                .when(it -> it
                        .plan(new SettlementClaim(ACCOUNT, Money.of("1.00", "USD"), null, null, day("02-15"), null)))
                .refused(ProblemCode.CURRENCY_MISMATCH);
    }

    @Test
    void nothingIsNoAmount() {
        charge.given(claimed("40.00", "02-15"))
                .when(it -> it.plan(claim("0.00", "02-15")))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void aReversedChargeTakesNothing() {
        charge.given(claimed("40.00", "02-15"), chargeReversed("40.00", "02-16"))
                .when(it -> it.plan(claim("1.00", "02-20")))
                .refused(ProblemCode.LATE_CHARGE_REVERSED, "2026-02-16");
    }

    @Test
    void moneySettlesIt() {
        charge.given(claimed("40.00", "02-15"))
                .when(it -> it.settle(ALLOCATION, CreditSource.of(PAYMENT), List.of(part(0, "40.00")), day("02-20")))
                .then(chargeSettled("40.00", "02-20"));
    }

    @Test
    void aChargeThatIsPaidInPartIsNotReversed() {
        charge.given(claimed("40.00", "02-15"), chargeSettled("0.01", "02-20"))
                .when(it -> it.reverse(REASON, false, day("02-20")))
                .refused(ProblemCode.HAS_ALLOCATIONS, "40.00 EUR", "39.99 EUR");
    }

    @Test
    void aReversalBeforeTheClaimIsRefused() {
        charge.given(claimed("40.00", "02-15"))
                .when(it -> it.reverse(REASON, false, day("02-14")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-15");
    }

    @Test
    void aReversedChargeIsNotReversedAgain() {
        charge.given(claimed("40.00", "02-15"), chargeReversed("40.00", "02-16"))
                .when(it -> it.reverse(REASON, false, day("02-17")))
                .refused(ProblemCode.LATE_CHARGE_REVERSED);
    }

    @Test
    void whatNothingStandsAgainstIsReversed() {
        charge.given(claimed("40.00", "02-15"))
                .when(it -> it.reverse(REASON, false, day("02-16")))
                .then(chargeReversed("40.00", "02-16"));
    }

    private static SettlementClaim claim(String amount, String date) {
        return new SettlementClaim(ACCOUNT, eur(amount), null, null, day(date), null);
    }

    private static SettlementClaim claim(String amount, @Nullable Money discount) {
        return new SettlementClaim(ACCOUNT, eur(amount), null, discount, day("02-20"), null);
    }
}
