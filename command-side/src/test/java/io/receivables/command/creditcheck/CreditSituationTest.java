package io.receivables.command.creditcheck;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.command.creditcheck.CreditSituation.Permission;
import io.receivables.events.account.CreditCheck.Outcome;
import io.receivables.events.account.CreditHoldId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.Exposure;
import io.receivables.events.account.GroupCredit;
import io.receivables.events.account.HoldReason;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.policy.CreditRules;
import io.receivables.events.policy.CreditRules.Mode;
import io.receivables.platform.credit.CreditStanding.Hold;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rule of the credit limit on figures alone. The exposure is 950 - 50 + 70 + 100 + 200 - 370 = 900. */
class CreditSituationTest {

    private static final LocalDate TODAY = day("07-01");
    private static final Exposure NINE_HUNDRED = Exposure.of(eur("950.00"), eur("50.00"), eur("70.00"), eur("100.00"),
            eur("200.00"), eur("0.00"), eur("370.00"));
    private static final Hold STOP = new Hold(new CreditHoldId("H1"), "bank details under review", day("06-01"));

    @Test
    void aCentAboveTheHeadroomIsRefusedWithAllNumbers() {
        refused(() -> situation("100.01", Mode.BLOCK).judge(), ProblemCode.CREDIT_LIMIT_EXCEEDED, "100.01 EUR",
                "account C1", "exposure 900.00 EUR", "open receivables 950.00 EUR", "less unapplied 50.00 EUR",
                "not final 70.00 EUR", "delivered not invoiced 100.00 EUR", "open orders 200.00 EUR",
                "less secured 370.00 EUR", "limit 1000.00 EUR", "headroom 100.00 EUR");
    }

    @Test
    void exactlyTheHeadroomPassesAndIsRemembered() {
        var check = situation("100.00", Mode.BLOCK).judge();
        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(check.exposure().total()).isEqualTo(eur("900.00"));
        assertThat(check.headroom()).isEqualTo(eur("100.00"));
        assertThat(check.policyVersion()).isEqualTo(3);
        assertThat(check.creditOverrideId()).isNull();
    }

    @Test
    void aPolicyMayWarnOrNotLook() {
        assertThat(situation("100.01", Mode.WARN).judge().outcome()).isEqualTo(Outcome.WARNED);
        assertThat(situation("100.01", Mode.NONE).judge().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aPersonsHoldStopsWhateverThePolicySays() {
        for (var mode : Mode.values()) {
            refused(() -> situation("1.00", rules(mode, null), List.of(STOP), null, null).judge(),
                    ProblemCode.ACCOUNT_ON_HOLD, "since 2026-06-01", "bank details under review", "1.00 EUR",
                    "limit 1000.00 EUR");
        }
    }

    @Test
    void theOldestItemMayBePastDueForJustSoManyDays() {
        assertThat(situation("1.00", rules(Mode.BLOCK, 30), List.of(), day("06-01"), null).judge().outcome())
                .isEqualTo(Outcome.PASSED);
        refused(() -> situation("1.00", rules(Mode.BLOCK, 30), List.of(), day("05-31"), null).judge(),
                ProblemCode.ACCOUNT_ON_HOLD, "2026-05-31", "more than 30 days before 2026-07-01");
        var warned = situation("1.00", rules(Mode.WARN, 30), List.of(), day("05-31"), null).judge();
        assertThat(warned.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(warned.holds()).containsExactly(HoldReason.OVERDUE);
        assertThat(situation("1.00", rules(Mode.NONE, 30), List.of(), day("05-31"), null).judge().holds()).isEmpty();
    }

    @Test
    void aPermissionIsUsedWhenItIsNeededOnly() {
        var permission = new Permission(new CreditOverrideId("O1"), eur("500.00"), TODAY);
        assertThat(situation("100.00", rules(Mode.BLOCK, null), List.of(), null, permission).judge().creditOverrideId())
                .isNull();
        var used = situation("500.00", rules(Mode.BLOCK, null), List.of(STOP), null, permission).judge();
        assertThat(used.outcome()).isEqualTo(Outcome.OVERRIDDEN);
        assertThat(used.creditOverrideId()).isEqualTo(new CreditOverrideId("O1"));
        assertThat(used.holds()).containsExactly(HoldReason.MANUAL);
        refused(() -> situation("500.01", rules(Mode.BLOCK, null), List.of(), null, permission).judge(),
                ProblemCode.CREDIT_OVERRIDE_EXCEEDED, "500.01 EUR", "500.00 EUR", "O1");
        refused(() -> situation("200.00", rules(Mode.BLOCK, null), List.of(), null,
                new Permission(new CreditOverrideId("O1"), eur("500.00"), TODAY.minusDays(1))).judge(),
                ProblemCode.CREDIT_OVERRIDE_EXPIRED, "2026-06-30", "2026-07-01");
    }

    private static CreditSituation situation(String amount, Mode mode) {
        return situation(amount, rules(mode, null), List.of(), null, null);
    }

    private static CreditSituation situation(String amount, CreditRules rules, List<Hold> holds,
            @Nullable LocalDate oldestDue, @Nullable Permission permission) {
        return new CreditSituation(ACCOUNT, eur(amount), TODAY, rules, 3, NINE_HUNDRED, eur("1000.00"), holds,
                oldestDue, permission, null);
    }

    /** The account itself has room for 100.00; its group owes 4,950.00 of the 5,000.00 that it may. */
    private static CreditSituation inGroup(String amount, Mode mode, @Nullable Permission permission) {
        return new CreditSituation(ACCOUNT, eur(amount), TODAY, rules(mode, null), 3, NINE_HUNDRED, eur("1000.00"),
                List.of(), null, permission,
                GroupCredit.of(new CreditGroupId("G1"), 2, eur("4950.00"), eur("5000.00")));
    }

    @Test
    void theGroupsLimitHoldsBesideTheAccounts() {
        refused(() -> inGroup("50.01", Mode.BLOCK, null).judge(), ProblemCode.CREDIT_GROUP_LIMIT_EXCEEDED,
                "50.01 EUR", "G1", "exposure 4950.00 EUR", "limit 5000.00 EUR", "headroom 50.00 EUR");
        refused(() -> inGroup("100.01", Mode.BLOCK, null).judge(), ProblemCode.CREDIT_LIMIT_EXCEEDED,
                "limit 1000.00 EUR");
        var passed = inGroup("50.00", Mode.BLOCK, null).judge();
        assertThat(passed.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(passed.group()).isNotNull();
        assertThat(inGroup("50.01", Mode.WARN, null).judge().outcome()).isEqualTo(Outcome.WARNED);
        var permission = new Permission(new CreditOverrideId("O1"), eur("60.00"), TODAY);
        assertThat(inGroup("50.01", Mode.BLOCK, permission).judge().outcome()).isEqualTo(Outcome.OVERRIDDEN);
    }

    private static CreditRules rules(Mode mode, @Nullable Integer overdueDays) {
        return new CreditRules(mode, null, null, null, null, null, overdueDays);
    }

    private static void refused(ThrowingCallable decision, ProblemCode code, String... numbers) {
        assertThatThrownBy(decision).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.detail()).contains(numbers);
        });
    }
}
