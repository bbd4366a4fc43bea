package io.receivables.query.agedbalance;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** One cent too much, wherever it is kept, and the answer says that it does not tie. */
@QueryTest
@TestPropertySource(properties = CutsOverMonthsTest.OWN_DATABASE)
@SuppressWarnings("NullAway.Init") // filled by Spring
class TiesTest {

    @Autowired
    private GetAgedBalance agedBalance;
    @Autowired
    private UntiedAccounts untied;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void aBook() {
        story = stories.begin().account("C1").invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31");
        story.position();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open_item", "account_total", "movement_total", "month_total"})
    void aWrongSumDoesNotTie(String table) {
        var answer = asked(null);
        assertThat(answer.control().ties()).isTrue();

        jdbc.sql("update ledger." + table + " set amount = amount + 1 where legal_entity = ?")
                .param(story.entity().value())
                .update();

        assertThat(asked(null).control().ties()).isFalse();
    }

    /** The order of what is overdue rests on it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWrongDebtDoesNotTie(boolean ofOneAccount) {
        var account = ofOneAccount ? story.id("C1") : null;
        assertThat(asked(account).control().ties()).isTrue();

        jdbc.sql("update ledger.account_total set debt = debt - 1 where account_id = ?")
                .param(story.id("C1"))
                .update();

        assertThat(asked(account).control().ties()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DUE_DATE", "DOCUMENT_DATE"})
    void aWrongSumOfEitherBasisDoesNotTieWhateverTheBasisOfTheAnswer(String basis) {
        jdbc.sql("update ledger.month_total set amount = amount - 1 where legal_entity = ? and basis = ?")
                .params(story.entity().value(), basis)
                .update();

        assertThat(asked(null).control().ties()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open_item", "account_total", "movement"})
    void aWrongSumOfOneAccountDoesNotTie(String table) {
        jdbc.sql("update ledger." + table + " set amount = amount + 1 where account_id = ?")
                .param(story.id("C1"))
                .update();

        assertThat(asked(story.id("C1")).control().ties()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open_item", "account_total", "movement_total", "month_total"})
    void aLostSumDoesNotTie(String table) {
        jdbc.sql("delete from ledger." + table + " where legal_entity = ?").param(story.entity().value()).update();

        assertThat(asked(null).control().ties()).isFalse();
    }

    /** What is wrong here and there by the same amount is wrong, too. */
    @ParameterizedTest
    @ValueSource(strings = {"account", "customer"})
    void aWrongItemOfAnAccountThatIsShownDoesNotTie(String groupBy) {
        aSecondAccount();
        assertThat(firstRowBy(groupBy).control().ties()).isTrue();

        addToItemsOf("C1", 1);
        addToItemsOf("C2", -1);

        assertThat(firstRowBy(groupBy).control().ties()).isFalse();
    }

    /** Rows of an earlier day are made of the open items of now, too, where little has moved since. */
    @Test
    void aWrongItemOfAnAccountThatIsShownDoesNotTieAsAtAnEarlierDay() {
        aSecondAccount();
        for (int no = 3; no < 6; no++) {
            story.invoice("I" + no, "C2", "10.00", "2026-03-10", "2026-04-09");
        }
        story.invoice("I6", "C2", "10.00", "2026-04-10", "2026-05-10");
        story.position();
        assertThat(firstRowAsAt("2026-04-01").control().ties()).isTrue();

        addToItemsOf("C1", 1);

        assertThat(firstRowAsAt("2026-04-01").control().ties()).isFalse();
    }

    @Test
    void aWrongItemOfAnAccountThatIsNotShownDoesNotTieOnceAllWereCompared() {
        aSecondAccount();
        addToItemsOf("C2", 1);
        assertThat(firstRowBy("account").rows()).extracting(AgedBalance.Row::accountId).containsOnly(story.id("C1"));

        untied.runOnce();
        assertThat(firstRowBy("account").control().ties()).isFalse();

        addToItemsOf("C2", -1);
        untied.runOnce();
        assertThat(firstRowBy("account").control().ties()).isTrue();
    }

    @Test
    void anAccountWithoutItsItemsDoesNotTieOnceAllWereCompared() {
        aSecondAccount();
        jdbc.sql("delete from ledger.open_item where account_id = ?").param(story.id("C1")).update();

        untied.runOnce();

        assertThat(firstRowBy("account").control().ties()).isFalse();
    }

    private void aSecondAccount() {
        story.account("C2").invoice("I2", "C2", "50.00", "2026-03-01", "2026-03-31");
        story.position();
    }

    private void addToItemsOf(String account, long amount) {
        jdbc.sql("update ledger.open_item set amount = amount + ? where account_id = ?")
                .params(amount, story.id(account))
                .update();
    }

    private AgedBalance firstRowBy(String groupBy) {
        return firstRow(null, groupBy);
    }

    private AgedBalance firstRowAsAt(String date) {
        return firstRow(date, "account");
    }

    private AgedBalance firstRow(@Nullable String asAt, String groupBy) {
        return agedBalance.handle(new AgedBalanceRequest(story.entity().value(), asAt, null, null, null, null,
                groupBy, null, null, null, null, "1", null));
    }

    private AgedBalance asked(@Nullable String account) {
        return agedBalance.handle(new AgedBalanceRequest(story.entity().value(), null, null, null, null, null, null,
                null, account, null, null, null, null));
    }
}
