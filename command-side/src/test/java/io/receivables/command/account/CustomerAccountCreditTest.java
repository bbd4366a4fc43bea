package io.receivables.command.account;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.CLERK;
import static io.receivables.command.testing.Fixtures.CONTROLLER;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.CreditHoldId;
import io.receivables.events.account.CreditHoldPlaced;
import io.receivables.events.account.CreditHoldReleased;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditLimitRejected;
import io.receivables.events.account.CreditLimitRequested;
import io.receivables.events.account.CreditLimitSet;
import io.receivables.events.account.CreditOverrideApproved;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.CreditOverrideRejected;
import io.receivables.events.account.CreditOverrideRequested;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.CustomerId;
import io.receivables.events.account.ExposureReported;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.account.ReportedExposure;
import io.receivables.events.money.Money;
import io.receivables.platform.credit.CreditStanding;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an account decides about its credit. Today is 2026-03-10; the policy lets one person raise a limit to 1,000. */
class CustomerAccountCreditTest {

    private static final LocalDate TODAY = day("03-10");
    private static final CreditLimitId LIMIT = new CreditLimitId("L1");
    private static final CreditHoldId HOLD = new CreditHoldId("H1");
    private static final CreditOverrideId OVERRIDE = new CreditOverrideId("O1");
    private static final CustomerAccountOpened OPENED = new CustomerAccountOpened(ACCOUNT, ENTITY, new CustomerId("C1"),
            Currency.getInstance("EUR"), ReceivableClass.TRADE, PaymentTerms.net(30), day("01-01"));

    private final StreamFixture<CustomerAccount> account = StreamFixture.of(CustomerAccount.class, "account/C1");

    @Test
    void aLimitIsInTheAccountsCurrencyAndItsDatesInOrder() {
        account.given(OPENED)
                .when(it -> it.setCreditLimit(claim(Money.of("10.00", "USD"), null), null, TODAY))
                .refused(ProblemCode.CURRENCY_MISMATCH, "10.00 USD", "EUR");
        account.given(OPENED)
                .when(it -> it.setCreditLimit(claim(eur("10.00"), day("03-09")), null, TODAY))
                .refused(ProblemCode.VALUE_INVALID, "2026-03-09", "2026-03-10");
    }

    @Test
    void aLimitIsSetAtOnceUpToWhatOnePersonMaySet() {
        account.given(OPENED)
                .when(it -> it.setCreditLimit(claim(eur("1000.00"), null), limit("1000.00"), TODAY))
                .then(set(LIMIT, eur("1000.00"), null, 3));
        account.given(OPENED)
                .when(it -> it.setCreditLimit(claim(eur("5000.00"), null), null, TODAY))
                .then(set(LIMIT, eur("5000.00"), null, null));
    }

    @Test
    void aHigherOneWaitsForASecondPersonAndNoLimitWaitsToo() {
        account.given(OPENED)
                .when(it -> it.setCreditLimit(claim(eur("1000.01"), null), limit("1000.00"), TODAY))
                .then(requested(eur("1000.01")));
        account.given(OPENED, set(new CreditLimitId("L0"), eur("500.00"), null, 3))
                .when(it -> it.setCreditLimit(claim(null, null), limit("1000.00"), TODAY))
                .then(requested(null));
    }

    @Test
    void toTakeALimitDownNeedsNobodyElse() {
        account.given(OPENED, set(new CreditLimitId("L0"), eur("5000.00"), CONTROLLER, 3))
                .when(it -> it.setCreditLimit(claim(eur("5000.00"), null), limit("1000.00"), TODAY))
                .then(set(LIMIT, eur("5000.00"), null, 3));
        account.given(OPENED, set(new CreditLimitId("L0"), eur("5000.00"), CONTROLLER, 3))
                .when(it -> it.setCreditLimit(claim(eur("5000.01"), null), limit("1000.00"), TODAY))
                .then(requested(eur("5000.01")));
    }

    @Test
    void whoAskedDoesNotApproveAndNothingIsDecidedTwice() {
        account.given(OPENED, requested(eur("2000.00")))
                .when(it -> it.approveCreditLimit(LIMIT, CLERK, TODAY))
                .refused(ProblemCode.APPROVER_IS_REQUESTER, CLERK);
        account.given(OPENED)
                .when(it -> it.approveCreditLimit(LIMIT, CONTROLLER, TODAY))
                .refused(ProblemCode.CREDIT_LIMIT_NOT_FOUND, "L1");
        account.given(OPENED, requested(eur("2000.00")), set(LIMIT, eur("2000.00"), CONTROLLER, 3))
                .when(it -> it.approveCreditLimit(LIMIT, CONTROLLER, TODAY))
                .refused(ProblemCode.CREDIT_LIMIT_NOT_PENDING, "APPROVED");
        account.given(OPENED, requested(eur("2000.00")),
                new CreditLimitRejected(ACCOUNT, ENTITY, LIMIT, CONTROLLER, REASON, TODAY))
                .when(it -> it.rejectCreditLimit(LIMIT, CONTROLLER, REASON, TODAY))
                .refused(ProblemCode.CREDIT_LIMIT_NOT_PENDING, "REJECTED");
    }

    @Test
    void theSecondPersonDecidesALimit() {
        account.given(OPENED, requested(eur("2000.00")))
                .when(it -> it.approveCreditLimit(LIMIT, CONTROLLER, TODAY))
                .then(set(LIMIT, eur("2000.00"), CONTROLLER, 3))
                .shows(it -> assertThat(it.credit().limitAt(TODAY)).isEqualTo(eur("2000.00")));
        account.given(OPENED, requested(eur("2000.00")))
                .when(it -> it.rejectCreditLimit(LIMIT, CONTROLLER, REASON, TODAY))
                .then(new CreditLimitRejected(ACCOUNT, ENTITY, LIMIT, CONTROLLER, REASON, TODAY))
                .shows(it -> assertThat(it.credit().limitAt(TODAY)).isNull());
    }

    @Test
    void aHoldStandsUntilItIsReleased() {
        account.given(OPENED)
                .when(it -> it.hold(HOLD, REASON, CLERK, day("03-01")))
                .then(placed())
                .shows(it -> assertThat(it.credit().holds()).hasSize(1));
        account.given(OPENED, placed())
                .when(it -> it.releaseHold(HOLD, REASON, TODAY))
                .then(released())
                .shows(it -> assertThat(it.credit().holds()).isEmpty());
    }

    @Test
    void aHoldIsNotReleasedTwiceNorBeforeItBegan() {
        account.given(OPENED)
                .when(it -> it.hold(HOLD, REASON, CLERK, LocalDate.parse("2025-12-31")))
                .refused(ProblemCode.BEFORE_ACCOUNT_OPENED, "2025-12-31", "2026-01-01");
        account.given(OPENED)
                .when(it -> it.releaseHold(HOLD, REASON, TODAY))
                .refused(ProblemCode.CREDIT_HOLD_NOT_FOUND, "H1");
        account.given(OPENED, placed())
                .when(it -> it.releaseHold(HOLD, REASON, day("02-28")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-28", "2026-03-01");
        account.given(OPENED, placed(), released())
                .when(it -> it.releaseHold(HOLD, REASON, TODAY))
                .refused(ProblemCode.CREDIT_HOLD_RELEASED, "2026-03-10");
    }

    @Test
    void exposureIsReportedForDaysOfTheAccount() {
        var orders = new ReportedExposure(null, eur("10.00"), null, null);
        account.given(OPENED)
                .when(it -> it.reportExposure(orders, LocalDate.parse("2025-12-31")))
                .refused(ProblemCode.BEFORE_ACCOUNT_OPENED, "2025-12-31");
        account.given(OPENED)
                .when(it -> it.reportExposure(orders, TODAY))
                .then(new ExposureReported(ACCOUNT, ENTITY, orders, TODAY));
    }

    @Test
    void aPermissionIsAboutAnAmountInTheAccountsCurrencyAndDaysToCome() {
        account.given(OPENED)
                .when(it -> it.requestOverride(override(Money.of("5.00", "USD"), TODAY), limit("0.00"), TODAY))
                .refused(ProblemCode.CURRENCY_MISMATCH, "5.00 USD");
        account.given(OPENED)
                .when(it -> it.requestOverride(override(eur("0.00"), TODAY), limit("0.00"), TODAY))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE, "0.00 EUR");
        account.given(OPENED)
                .when(it -> it.requestOverride(override(eur("5.00"), day("03-09")), limit("0.00"), TODAY))
                .refused(ProblemCode.VALUE_INVALID, "2026-03-09", "2026-03-10");
    }

    @Test
    void aPermissionWithinTheLimitOfOneIsGivenAtOnce() {
        account.given(OPENED)
                .when(it -> it.requestOverride(override(eur("100.00"), TODAY), limit("100.00"), TODAY))
                .then(asked("100.00", "100.00"),
                        new CreditOverrideApproved(ACCOUNT, ENTITY, OVERRIDE, eur("100.00"), TODAY, null, TODAY));
        account.given(OPENED)
                .when(it -> it.requestOverride(override(eur("100.01"), TODAY), limit("100.00"), TODAY))
                .then(asked("100.01", "100.00"));
    }

    @Test
    void allThatOnePersonPermitsStaysWithinTheLimitOfOne() {
        var first = new CreditOverrideId("O0");
        var before = new CreditOverrideRequested(ACCOUNT, ENTITY, first, eur("60.00"), TODAY, REASON, CLERK,
                eur("100.00"), 3, TODAY);
        account.given(OPENED, before,
                new CreditOverrideApproved(ACCOUNT, ENTITY, first, eur("60.00"), TODAY, null, TODAY))
                .when(it -> it.requestOverride(override(eur("40.01"), TODAY), limit("100.00"), TODAY))
                .then(asked("40.01", "100.00"));
        account.given(OPENED, before,
                new CreditOverrideApproved(ACCOUNT, ENTITY, first, eur("60.00"), TODAY, null, TODAY))
                .when(it -> it.requestOverride(override(eur("40.00"), TODAY), limit("100.00"), TODAY))
                .then(asked("40.00", "100.00"),
                        new CreditOverrideApproved(ACCOUNT, ENTITY, OVERRIDE, eur("40.00"), TODAY, null, TODAY));
        account.given(OPENED, before,
                new CreditOverrideApproved(ACCOUNT, ENTITY, first, eur("60.00"), TODAY, CONTROLLER, TODAY))
                .when(it -> it.requestOverride(override(eur("100.00"), TODAY), limit("100.00"), TODAY))
                .then(asked("100.00", "100.00"),
                        new CreditOverrideApproved(ACCOUNT, ENTITY, OVERRIDE, eur("100.00"), TODAY, null, TODAY));
    }

    @Test
    void theSecondPersonDecidesAPermission() {
        var approved = new CreditOverrideApproved(ACCOUNT, ENTITY, OVERRIDE, eur("500.00"), TODAY, CONTROLLER, TODAY);
        var rejected = new CreditOverrideRejected(ACCOUNT, ENTITY, OVERRIDE, CONTROLLER, REASON, TODAY);
        account.given(OPENED, asked("500.00", "0.00"))
                .when(it -> it.approveOverride(OVERRIDE, CLERK, TODAY))
                .refused(ProblemCode.APPROVER_IS_REQUESTER, CLERK);
        account.given(OPENED)
                .when(it -> it.rejectOverride(OVERRIDE, CONTROLLER, REASON, TODAY))
                .refused(ProblemCode.CREDIT_OVERRIDE_NOT_FOUND, "O1");
        account.given(OPENED, asked("500.00", "0.00"), approved)
                .when(it -> it.approveOverride(OVERRIDE, CONTROLLER, TODAY))
                .refused(ProblemCode.CREDIT_OVERRIDE_NOT_PENDING, "APPROVED");
        account.given(OPENED, asked("500.00", "0.00"), rejected)
                .when(it -> it.approveOverride(OVERRIDE, CONTROLLER, TODAY))
                .refused(ProblemCode.CREDIT_OVERRIDE_NOT_PENDING, "REJECTED");
        account.given(OPENED, asked("500.00", "0.00"))
                .when(it -> it.approveOverride(OVERRIDE, CONTROLLER, TODAY))
                .then(approved)
                .shows(it -> assertThat(it.credit().permission(OVERRIDE)).isPresent());
        account.given(OPENED, asked("500.00", "0.00"))
                .when(it -> it.rejectOverride(OVERRIDE, CONTROLLER, REASON, TODAY))
                .then(rejected);
    }

    @Test
    void aLimitHoldsOnBothOfItsEndDaysAndThenTheOneBeforeItAgain() {
        var standing = CreditStanding.NONE.after(set("L1", "1000.00", "01-01", null))
                .after(set("L2", "3000.00", "06-01", "06-30"));
        assertThat(standing.limitAt(LocalDate.parse("2025-12-31"))).isNull();
        assertThat(standing.limitAt(day("05-31"))).isEqualTo(eur("1000.00"));
        assertThat(standing.limitAt(day("06-01"))).isEqualTo(eur("3000.00"));
        assertThat(standing.limitAt(day("06-30"))).isEqualTo(eur("3000.00"));
        assertThat(standing.limitAt(day("07-01"))).isEqualTo(eur("1000.00"));
        var replaced = standing.after(set("L3", "10.00", "01-01", null));
        assertThat(replaced.limits()).hasSize(1);
        assertThat(Objects.requireNonNull(replaced.limitAt(day("06-15")))).isEqualTo(eur("10.00"));
    }

    private static CreditLimitSet set(String id, String amount, String from, @Nullable String to) {
        return new CreditLimitSet(ACCOUNT, ENTITY, new CreditLimitId(id),
                new CreditLimit(eur(amount), day(from), to == null ? null : day(to)), REASON, CLERK, null, null,
                TODAY);
    }

    private static CreditLimitClaim claim(@Nullable Money amount, @Nullable LocalDate validTo) {
        return new CreditLimitClaim(LIMIT, new CreditLimit(amount, TODAY, validTo), REASON, CLERK, TODAY);
    }

    private static CreditLimitSet set(CreditLimitId id, Money amount, @Nullable String approver,
            @Nullable Integer policy) {
        return new CreditLimitSet(ACCOUNT, ENTITY, id, new CreditLimit(amount, TODAY, null), REASON, CLERK, approver,
                policy, TODAY);
    }

    private static CreditLimitRequested requested(@Nullable Money amount) {
        return new CreditLimitRequested(ACCOUNT, ENTITY, LIMIT, new CreditLimit(amount, TODAY, null), REASON, CLERK,
                eur("1000.00"), 3, TODAY);
    }

    private static CreditHoldPlaced placed() {
        return new CreditHoldPlaced(ACCOUNT, ENTITY, HOLD, REASON, CLERK, day("03-01"));
    }

    private static CreditHoldReleased released() {
        return new CreditHoldReleased(ACCOUNT, ENTITY, HOLD, REASON, TODAY);
    }

    private static CreditOverrideClaim override(Money amount, LocalDate validUntil) {
        return new CreditOverrideClaim(OVERRIDE, amount, validUntil, REASON, CLERK);
    }

    private static CreditOverrideRequested asked(String amount, String limit) {
        return new CreditOverrideRequested(ACCOUNT, ENTITY, OVERRIDE, eur(amount), TODAY, REASON, CLERK, eur(limit), 3,
                TODAY);
    }
}
