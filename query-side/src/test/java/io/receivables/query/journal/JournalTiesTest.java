package io.receivables.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.query.agedbalance.AgedBalanceRequest;
import io.receivables.query.agedbalance.GetAgedBalance;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The journals fold the facts by rules of their own; at every cut their accounts of customers give the aged balance. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class JournalTiesTest {

    @Autowired
    private Stories stories;
    @Autowired
    private GetAgedBalance agedBalance;
    @Autowired
    private GetJournal questions;
    @Autowired
    private ReadJournal journal;
    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 20261126})
    void theAccountsOfCustomersAreTheAgedBalance(long seed) {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var story = stories.begin();
        for (int i = 0; i < 3; i++) {
            story.account("C" + i);
        }
        var history = new RandomHistory(story, random, 3);
        for (int i = 0; i < 150; i++) {
            history.oneFact();
        }
        long last = story.position();
        for (int i = 0; i < 15; i++) {
            var asAt = i == 0
                    ? RandomHistory.FIRST_DAY.plusDays(400)
                    : RandomHistory.FIRST_DAY.plusDays(random.nextInt(RandomHistory.DAYS + 60));
            long known = i < 3 ? last : story.firstPosition() + random.nextLong(last - story.firstPosition() + 1);
            var entries = entries(story.entity().value(), asAt.toString(), known);
            var answer = agedBalance.handle(new AgedBalanceRequest(story.entity().value(), asAt.toString(),
                    Long.toString(known), null, null, null, null, null, null, null, null, null, null));
            var expected = new TreeMap<String, BigDecimal>();
            answer.rows()
                    .forEach(row -> add(expected, Objects.requireNonNull(row.accountId()),
                            new BigDecimal(row.figures().balance())));

            assertThat(byAccount(entries)).as("at %s as known at %s", asAt, known).isEqualTo(expected);
            assertThat(sum(entries, "471").negate()).isEqualByComparingTo(answer.unidentified());
            assertThat(sum(entries, "")).isZero();
            everyLetterIsAtZero(entries);
            numbersHaveNoGap(entries);
        }
    }

    private List<JournalEntry> entries(String entity, String to, long known) {
        var asked = questions.asked(new JournalRequest(entity, "1970-01-01", to, Long.toString(known), null));
        var entries = new ArrayList<JournalEntry>();
        transaction.executeWithoutResult(_ -> journal.read(asked.range(), entries::add));
        return entries;
    }

    private static TreeMap<String, BigDecimal> byAccount(List<JournalEntry> entries) {
        var balances = new TreeMap<String, BigDecimal>();
        entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.accountId() != null)
                .forEach(line -> add(balances, String.valueOf(line.accountId()), amount(line)));
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }

    private static void everyLetterIsAtZero(List<JournalEntry> entries) {
        var letters = new HashMap<String, BigDecimal>();
        entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.letter() != null)
                .forEach(line -> letters.merge(line.account() + line.letter(), amount(line), BigDecimal::add));
        assertThat(letters.values()).allSatisfy(sum -> assertThat(sum).isZero());
    }

    private static void numbersHaveNoGap(List<JournalEntry> entries) {
        var last = new HashMap<String, Long>();
        entries.forEach(entry -> assertThat(entry.number())
                .isEqualTo(last.merge(entry.journalCode(), 1L, Long::sum)));
    }

    private static BigDecimal sum(List<JournalEntry> entries, String account) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account().startsWith(account))
                .map(JournalTiesTest::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JournalEntry.Line line) {
        return line.debit().minus(line.credit()).amount();
    }

    private static void add(TreeMap<String, BigDecimal> balances, String account, BigDecimal amount) {
        if (amount.signum() != 0) {
            balances.merge(account, amount, BigDecimal::add);
        }
    }
}
