package io.receivables.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.dunning.DunningPlan.NotDunned;
import io.receivables.command.dunning.RecordedLetter.Again;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DunningLevel;
import io.receivables.events.policy.DunningProcedure;
import io.receivables.events.policy.DunningRules;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A letter of 1 March that reminded of I1 at level 2 and of I2 at level 1, and asked for I3, decided by other rules. */
class RecordedLetterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate BEFORE = LocalDate.of(2026, 2, 10);
    private static final AccountId ACCOUNT = new AccountId("C1");
    private static final DunningRules RULES = rules(0, level(1, 5, null, null), level(2, 20, 7, "7.50"));
    private static final DunnedItem HUNDRED = item("I1", "100.00", "2026-01-31", 2);
    private static final DunnedItem THIRTY = item("I2", "30.00", "2026-02-20", 1);
    private static final DunnedItem THREE = item("I3", "3.00", "2026-02-26", 0);
    private static final Map<Key, LastReminder> REMINDED = Map.of(key("I1"), new LastReminder(1, BEFORE));

    @Test
    void whatItsFactDoesNotNameIsNotGuessed() {
        var withGrace = rules(4, level(1, 5, null, null), level(2, 20, 7, "7.50"));
        var letter = new RecordedLetter(letter(List.of(HUNDRED, THIRTY), List.of(), "0.00"), withGrace, REMINDED);
        assertThat(why(letter.under(RULES))).contains("from 1 to 4 days past due");
        assertThat(why(recorded("0.00").under(rules(0, level(1, 0, null, null)))))
                .contains("from 0 to 0 days past due");
    }

    @Test
    void aLetterThatItsOwnVersionDoesNotComeToIsNotJudged() {
        var noneBefore = new RecordedLetter(letter(List.of(HUNDRED, THIRTY), List.of(THREE), "0.00"), RULES, Map.of());
        assertThat(why(noneBefore.under(RULES))).contains("version 3 does not come to it");
    }

    @Test
    void aMinimumThatTheBalanceMayOrMayNotReachIsNotJudged() {
        var paidOnAccount = recorded("90.00");
        assertThat(why(paidOnAccount.under(minimum("50.00")))).contains("43.00 EUR or more", "minimum of 50.00 EUR");
        assertThat(level(paidOnAccount.under(minimum("43.00")))).isEqualTo(2);
        assertThat(reasons(paidOnAccount.under(minimum("133.01"))))
                .containsExactly("I1 BELOW_MINIMUM", "I2 BELOW_MINIMUM", "I3 NOT_YET");
    }

    /** What its own rules asked for was reached, whatever was paid on account. */
    @Test
    void itsOwnVersionComesToTheSameLetter() {
        for (var rules : List.of(RULES, minimum("100.00"))) {
            var again = plan(
                    new RecordedLetter(letter(List.of(HUNDRED, THIRTY), List.of(THREE), "90.00"), rules, REMINDED)
                            .under(rules));
            var letter = Objects.requireNonNull(again.letter());
            assertThat(letter.level().level()).isEqualTo(2);
            assertThat(letter.items()).containsExactly(HUNDRED, THIRTY);
            assertThat(letter.alsoOverdue()).containsExactly(THREE);
            assertThat(letter.amountDue()).isEqualTo(eur("133.00"));
            assertThat(again.notDunned()).isEmpty();
        }
    }

    @Test
    void otherLevelsGiveAnotherLetterOrNone() {
        var later = plan(recorded("0.00").under(rules(0, level(1, 5, null, "4.00"), level(2, 30, null, "9.00"))));
        var letter = Objects.requireNonNull(later.letter());
        assertThat(letter.level().level()).isEqualTo(1);
        assertThat(letter.items()).containsExactly(THIRTY);
        assertThat(letter.alsoOverdue()).extracting("level").containsExactly(1, 0);
        assertThat(letter.amountDue()).isEqualTo(eur("133.00"));
        assertThat(letter.fee(DebtorClass.BUSINESS)).isEqualTo(eur("4.00"));
        assertThat(letter.fee(DebtorClass.CONSUMER)).isNull();
        assertThat(reasons(recorded("0.00").under(rules(0, level(1, 10, null, null), level(2, 20, 20, null)))))
                .containsExactly("I1 NOT_YET", "I2 NOT_YET", "I3 NOT_YET");
    }

    @Test
    void moreDaysOfGraceTakeOutWhatIsWithinThem() {
        var again = plan(recorded("0.00").under(rules(9, level(1, 5, null, null), level(2, 20, 7, null))));
        assertThat(Objects.requireNonNull(again.letter()).amountDue()).isEqualTo(eur("100.00"));
        assertThat(again.notDunned()).extracting(it -> it.item().documentId() + " " + it.reason())
                .containsExactly("I2 NOT_YET", "I3 NOT_YET");
    }

    @Test
    void aProcedureWithoutLevelsRemindsOfNothing() {
        var gentle = new DunningRules(RULES.levels(), null, null, null,
                List.of(new DunningProcedure("gentle", List.of())), null);
        var issued = new DunningRules(RULES.levels(), null, null, null,
                List.of(new DunningProcedure("gentle", RULES.levels())), null);
        var letter = new RecordedLetter(letter("gentle", List.of(HUNDRED), List.of(), "0.00"), issued, REMINDED);
        assertThat(reasons(letter.under(gentle))).containsExactly("I1 HIGHEST_LEVEL_REACHED");
    }

    private static RecordedLetter recorded(String unapplied) {
        return new RecordedLetter(letter(List.of(HUNDRED, THIRTY), List.of(THREE), unapplied), RULES, REMINDED);
    }

    private static DunningLetterIssued letter(List<DunnedItem> items, List<DunnedItem> besides, String unapplied) {
        return letter(null, items, besides, unapplied);
    }

    /** The other way round than a run names them: their order says nothing. */
    private static DunningLetterIssued letter(@Nullable String procedure, List<DunnedItem> items,
            List<DunnedItem> besides, String unapplied) {
        var due = items.stream().map(DunnedItem::amount).reduce(Money::plus).orElseThrow();
        for (var item : besides) {
            due = due.plus(item.amount());
        }
        return new DunningLetterIssued(new DunningLetterId("L1"), new DunningRunId("R1"), ACCOUNT,
                new LegalEntityId("FR01"), 2, false, procedure, items.reversed(), due, null, null, eur("0.00"),
                eur(unapplied), 3, "further-reminder", 2, LetterLanguage.FR, LetterChannel.EMAIL, "hash", DAY,
                besides.isEmpty() ? null : besides);
    }

    private static DunningRules minimum(String amount) {
        return new DunningRules(RULES.levels(), eur(amount), null, null, null, null);
    }

    private static DunningRules rules(int graceDays, DunningLevel... levels) {
        return new DunningRules(List.of(levels), null, graceDays, null, null, null);
    }

    private static DunningLevel level(int level, int daysPastDue, @Nullable Integer daysBetween, @Nullable String fee) {
        return new DunningLevel(level, daysPastDue, daysBetween, fee == null ? null : eur(fee));
    }

    private static DunnedItem item(String invoice, String amount, String due, int level) {
        var date = LocalDate.parse(due);
        return new DunnedItem(new InvoiceId(invoice), 1, date, ChronoUnit.DAYS.between(date, DAY), level, eur(amount));
    }

    private static Key key(String invoice) {
        return new Key(ACCOUNT, Kind.INVOICE, invoice, 1);
    }

    private static DunningPlan plan(Again again) {
        assertThat(again).isInstanceOf(Again.Decided.class);
        return ((Again.Decided) again).plan();
    }

    private static int level(Again again) {
        return Objects.requireNonNull(plan(again).letter()).level().level();
    }

    private static List<String> reasons(Again again) {
        assertThat(plan(again).letter()).isNull();
        return plan(again).notDunned()
                .stream()
                .map((NotDunned it) -> it.item().documentId() + " " + it.reason())
                .toList();
    }

    private static String why(Again again) {
        assertThat(again).isInstanceOf(Again.Untold.class);
        return ((Again.Untold) again).why();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
