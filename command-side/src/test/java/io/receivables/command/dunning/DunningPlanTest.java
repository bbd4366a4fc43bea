package io.receivables.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.dunning.DunningPlan.Situation;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.openitem.OpenItem.Dates;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DunningLevel;
import io.receivables.events.policy.DunningRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run does for one account, with reasons of other slices not to remind. */
class DunningPlanTest {

    private static final LocalDate AS_AT = LocalDate.of(2026, 3, 1);
    private static final DunningRules RULES = new DunningRules(List.of(new DunningLevel(1, 5, null, null),
            new DunningLevel(2, 20, 7, eur("7.50"))));
    private static final OpenItem HUNDRED = item("I1", "100.00", "2026-01-31");
    private static final OpenItem THIRTY = item("I2", "30.00", "2026-02-20");

    @ParameterizedTest
    @EnumSource(names = {"DISPUTED", "PROMISE_OPEN", "IN_PLAN", "FACTORED", "INSOLVENCY", "BLOCKED", "WITH_AGENCY",
            "LEGAL_ACTION"})
    void whatIsExcludedAltogetherIsInNoLetter(NotDunnedReason reason) {
        var plan = plan(List.of(HUNDRED), "100.00", Map.of(), ExcludedItem.whole(HUNDRED, reason, "for a reason"));
        assertThat(plan.letter()).isNull();
        assertThat(reasons(plan)).containsExactly("I1 " + reason + " 100.00 for a reason");
    }

    @Test
    void onlyTheDisputedPartIsTakenOut() {
        var plan = plan(List.of(HUNDRED, THIRTY), "130.00", Map.of(),
                new ExcludedItem(HUNDRED.key(), NotDunnedReason.DISPUTED, eur("40.00"), "dispute D1"));
        assertThat(amountDue(plan)).isEqualTo(eur("90.00"));
        assertThat(reasons(plan)).containsExactly("I1 DISPUTED 40.00 dispute D1");
    }

    @Test
    void severalReasonsTogetherTakeNoMoreThanThereIs() {
        var plan = plan(List.of(HUNDRED), "100.00", Map.of(),
                new ExcludedItem(HUNDRED.key(), NotDunnedReason.DISPUTED, eur("40.00"), "dispute D1"),
                new ExcludedItem(HUNDRED.key(), NotDunnedReason.PROMISE_OPEN, eur("80.00"), "promise P1"),
                new ExcludedItem(HUNDRED.key(), NotDunnedReason.BLOCKED, eur("100.00"), "block B1"));
        assertThat(plan.letter()).isNull();
        assertThat(reasons(plan)).containsExactly("I1 DISPUTED 40.00 dispute D1", "I1 PROMISE_OPEN 60.00 promise P1");
    }

    @Test
    void whatIsNotLateIsNotSpokenOf() {
        var plan = plan(List.of(item("I3", "10.00", "2026-03-01"), item("I4", "10.00", "2026-04-01")), "20.00",
                Map.of());
        assertThat(plan).isEqualTo(new DunningPlan(null, List.of()));
    }

    @Test
    void whatWasIssuedAfterTheDateIsNotRemindedOf() {
        var later = new OpenItem(HUNDRED.key(), new Dates(AS_AT.plusDays(1), AS_AT.minusDays(9)), HUNDRED.amount());
        assertThat(plan(List.of(later), "100.00", Map.of()).letter()).isNull();
    }

    @Test
    void theLetterHasTheHighestLevelOfItsItems() {
        var plan = plan(List.of(HUNDRED, THIRTY), "130.00",
                Map.of(HUNDRED.key(), new LastReminder(1, LocalDate.of(2026, 2, 5))));
        var letter = Objects.requireNonNull(plan.letter());
        assertThat(letter.level().level()).isEqualTo(2);
        assertThat(letter.first()).isFalse();
        assertThat(letter.items()).extracting("level").containsExactly(2, 1);
        assertThat(letter.items()).extracting("daysPastDue").containsExactly(29L, 9L);
    }

    /** What waits for its next level is owed all the same: a letter that left it out would be taken for all. */
    @Test
    void aLetterAsksForAllThatIsOverdueAndMayBeAskedFor() {
        var three = item("I3", "3.00", "2026-02-26");
        var last = Map.of(HUNDRED.key(), new LastReminder(2, LocalDate.of(2026, 2, 25)));
        var plan = plan(List.of(HUNDRED, THIRTY, three), "133.00", last);
        var letter = Objects.requireNonNull(plan.letter());
        assertThat(letter.level().level()).isEqualTo(1);
        assertThat(letter.items()).extracting("level").containsExactly(1);
        assertThat(letter.alsoOverdue()).extracting("level").containsExactly(2, 0);
        assertThat(letter.alsoOverdue()).extracting("daysPastDue").containsExactly(29L, 3L);
        assertThat(letter.all()).extracting(it -> it.invoiceId().value()).containsExactly("I1", "I2", "I3");
        assertThat(letter.amountDue()).isEqualTo(eur("133.00"));
        assertThat(plan.notDunned()).isEmpty();
        assertThat(reasons(plan(List.of(HUNDRED, three), "103.00", last))).containsExactly(
                "I1 HIGHEST_LEVEL_REACHED 100.00 level 2 is the highest",
                "I3 NOT_YET 3.00 level 1 begins at 5 days past due, not at 3");
    }

    @Test
    void whatIsWithinTheGraceOrExcludedIsNotAskedForBesides() {
        var rules = new DunningRules(RULES.levels(), null, 4, null, null, null);
        var three = item("I3", "3.00", "2026-02-26");
        var plan = DunningPlan.of(new Situation(List.of(HUNDRED, THIRTY, three), null, eur("133.00"),
                Map.of(HUNDRED.key(), new LastReminder(2, LocalDate.of(2026, 2, 25))),
                List.of(new ExcludedItem(HUNDRED.key(), NotDunnedReason.DISPUTED, eur("40.00"), "dispute D1"))), rules,
                AS_AT);
        assertThat(amountDue(plan)).isEqualTo(eur("90.00"));
        assertThat(reasons(plan)).containsExactly("I1 DISPUTED 40.00 dispute D1",
                "I3 NOT_YET 3.00 3 days past due are within the 4 days of grace");
    }

    @Test
    void anAccountHasOneLetterARun() {
        var plan = plan(List.of(THIRTY), "30.00", Map.of(HUNDRED.key(), new LastReminder(1, AS_AT)));
        assertThat(plan.letter()).isNull();
        assertThat(reasons(plan)).containsExactly("I2 ALREADY_IN_RUN 30.00 the letter of 2026-03-01 is written");
    }

    @Test
    void aMinimumOfAnotherCurrencyIsNone() {
        var rules = new DunningRules(RULES.levels(), Money.of("1000.00", "USD"), null, null, null, null);
        assertThat(DunningPlan.of(new Situation(List.of(HUNDRED), null, eur("100.00"), Map.of(), List.of()), rules,
                AS_AT).letter()).isNotNull();
    }

    private static DunningPlan plan(List<OpenItem> items, String balance, Map<Key, LastReminder> last,
            ExcludedItem... excluded) {
        return DunningPlan.of(new Situation(items, null, eur(balance), last, List.of(excluded)), RULES, AS_AT);
    }

    private static Money amountDue(DunningPlan plan) {
        return Objects.requireNonNull(plan.letter()).amountDue();
    }

    private static List<String> reasons(DunningPlan plan) {
        return plan.notDunned()
                .stream()
                .map(it -> it.item().documentId() + " " + it.reason() + " " + it.amount().amount() + " " + it.detail())
                .toList();
    }

    private static OpenItem item(String invoice, String amount, String due) {
        return new OpenItem(new Key(new AccountId("C1"), Kind.INVOICE, invoice, 1),
                new Dates(LocalDate.of(2026, 1, 1), LocalDate.parse(due)), eur(amount));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
