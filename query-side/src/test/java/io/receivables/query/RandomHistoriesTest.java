package io.receivables.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.query.agedbalance.AgedBalance;
import io.receivables.query.agedbalance.AgedBalanceRequest;
import io.receivables.query.agedbalance.GetAgedBalance;
import io.receivables.query.customeraccount.GetOpenItems;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Paging;
import io.receivables.query.ledger.PlainBook;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Any history, asked at any date, as known at any position, gives what a plain fold of its facts gives. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class RandomHistoriesTest {

    @Autowired
    private GetAgedBalance agedBalance;
    @Autowired
    private GetOpenItems openItems;
    @Autowired
    private Stories stories;

    private Story story;
    private PlainBook book;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void everyCutEqualsAPlainFold(long seed) {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        story = stories.begin();
        for (int i = 0; i < 3; i++) {
            story.account("C" + i);
        }
        var history = new RandomHistory(story, random, 3);
        book = history.book();
        for (int i = 0; i < 120; i++) {
            history.oneFact();
        }
        long last = story.position();
        for (int i = 0; i < 40; i++) {
            var asAt = i == 0
                    ? RandomHistory.FIRST_DAY.plusDays(400)
                    : RandomHistory.FIRST_DAY.plusDays(random.nextInt(RandomHistory.DAYS + 60));
            long known = i < 5 ? last : story.firstPosition() + random.nextLong(last - story.firstPosition() + 1);
            compare(asAt, known);
        }
    }

    private void compare(LocalDate asAt, long known) {
        var expected = book.at(asAt, known).aged(asAt);
        var answer = agedBalance.handle(new AgedBalanceRequest(story.entity().value(), asAt.toString(),
                Long.toString(known), null, null, null, null, null, null, null, null, null, null));
        var actual = new TreeMap<String, List<Long>>();
        var charged = new TreeMap<String, Long>();
        answer.rows().forEach(row -> {
            actual.put(String.valueOf(row.accountId()), amounts(row.figures()));
            charged.put(String.valueOf(row.accountId()), cents(row.figures().charges()));
        });
        charged.values().removeIf(amount -> amount == 0);

        assertThat(actual).as("at %s as known at %s", asAt, known).isEqualTo(expected);
        assertThat(charged).isEqualTo(book.at(asAt, known).charged());
        assertThat(cents(answer.totals().charges())).isEqualTo(charged.values().stream().mapToLong(it -> it).sum());
        assertThat(answer.control().ties()).isTrue();
        compareClasses(answer, asAt, known);
        for (var account : expected.keySet()) {
            long open = openItems
                    .handle(new AccountId(account), new AsOfRequest(asAt.toString(), Long.toString(known)),
                            new Paging("500", null))
                    .items()
                    .stream()
                    .mapToLong(item -> item.amountDue().minorUnits())
                    .sum();
            assertThat(open).isEqualTo(
                    expected.get(account).subList(0, 5).stream().mapToLong(Long::longValue).sum());
        }
    }

    /** Those of the classes add up to the whole. */
    private void compareClasses(AgedBalance whole, LocalDate asAt, long known) {
        var sum = new long[7];
        for (var one : ReceivableClass.values()) {
            var answer = agedBalance.handle(new AgedBalanceRequest(story.entity().value(), asAt.toString(),
                    Long.toString(known), null, null, null, null, null, null, one.name(), null, null, null));
            var actual = new TreeMap<String, List<Long>>();
            answer.rows().forEach(row -> actual.put(String.valueOf(row.accountId()), amounts(row.figures())));
            assertThat(actual).as("%s at %s as known at %s", one, asAt, known)
                    .isEqualTo(book.at(asAt, known).aged(asAt, one));
            assertThat(answer.control().ties()).isTrue();
            add(sum, answer.totals());
        }
        var expected = new long[7];
        add(expected, whole.totals());
        assertThat(sum).isEqualTo(expected);
    }

    private static void add(long[] sum, AgedBalance.Figures figures) {
        var amounts = amounts(figures);
        for (int i = 0; i < amounts.size(); i++) {
            sum[i] += amounts.get(i);
        }
        sum[6] += cents(figures.balance());
    }

    private static List<Long> amounts(AgedBalance.Figures figures) {
        var amounts = new ArrayList<Long>();
        amounts.add(cents(figures.notDue()));
        figures.buckets().forEach(bucket -> amounts.add(cents(bucket)));
        amounts.add(cents(figures.unapplied()));
        return amounts;
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
