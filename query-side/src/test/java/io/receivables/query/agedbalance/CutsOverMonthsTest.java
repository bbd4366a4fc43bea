package io.receivables.query.agedbalance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.ReceivableClass;
import io.receivables.query.agedbalance.AgedBalance.Figures;
import io.receivables.query.agedbalance.PlainSums.Group;
import io.receivables.query.agedbalance.PlainSums.Wanted;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Whatever is asked, the roll-ups and the open items give what adding up all movements gives: facts that are recorded
 * before, in or after the month of their business date, cuts at, before and after the ends of months.
 */
@QueryTest
@TestPropertySource(properties = CutsOverMonthsTest.OWN_DATABASE)
@SuppressWarnings("NullAway.Init") // filled by Spring
class CutsOverMonthsTest {

    /** For tests that record at times of their own or damage what is kept. */
    static final String OWN_DATABASE = "own.database=true";

    private static final int ACCOUNTS = 6;
    private static final int MANY_ACCOUNTS = 60;
    private static final int FACTS = 150;
    private static final int QUESTIONS = 150;

    @Autowired
    private GetAgedBalance agedBalance;
    @Autowired
    private Stories stories;
    @Autowired
    private JdbcClient jdbc;

    private Random random;
    private Story story;

    /** Recorded over the months of the business dates; all at once, as an import is; over a few months, all late. */
    @ParameterizedTest
    @CsvSource({"1, 2026-01-05T08:00:00Z, 170", "2, 2026-08-10T08:00:00Z, 0", "3, 2026-09-25T08:00:00Z, 40",
            "20261125, 2026-12-20T08:00:00Z, 100"})
    void everyAnswerEqualsThePlainSums(long seed, OffsetDateTime begin, int days) {
        tell(seed, begin, days, ACCOUNTS, FACTS);
        long last = story.position();
        for (int i = 0; i < QUESTIONS; i++) {
            compare(question(last));
        }
    }

    /** A page of now is made from a few of the accounts where that can be. */
    @ParameterizedTest
    @ValueSource(longs = {4, 20261126})
    void everyOrderOfManyAccountsEqualsThePlainSums(long seed) {
        tell(seed, OffsetDateTime.parse("2026-01-05T08:00:00Z"), 170, MANY_ACCOUNTS, 4 * FACTS);
        var lastDay = jdbc.sql("select max(effective_date) from ledger.movement").query(LocalDate.class).single();
        for (var sort : List.of("balance", "overdue", "oldestDueDate")) {
            for (var basis : List.of("dueDate", "documentDate")) {
                for (var asAt : List.of(lastDay, lastDay.plusDays(40))) {
                    compare(new Wanted(story.entity().value(), asAt, story.position(), basis, List.of(30, 60, 90),
                            "account", null, null, sort));
                }
            }
        }
    }

    private void tell(long seed, OffsetDateTime begin, int days, int accounts, int facts) {
        System.out.println("seed " + seed);
        random = new Random(seed);
        story = stories.beginAt(begin.toInstant());
        for (int i = 0; i < accounts; i++) {
            story.account("C" + i, "EUR", "K" + i / 2, i % 3 == 0 ? ReceivableClass.OTHER : ReceivableClass.TRADE);
        }
        var history = new RandomHistory(story, random, accounts);
        for (int i = 0; i < facts; i++) {
            story.recordedAt(begin.toInstant().plus(Duration.ofDays(days).multipliedBy(i).dividedBy(facts)));
            history.oneFact();
        }
    }

    private Wanted question(long last) {
        var day = RandomHistory.FIRST_DAY.plusDays(random.nextInt(RandomHistory.DAYS + 60));
        var asAt = switch (random.nextInt(4)) {
            case 0 -> day.withDayOfMonth(day.lengthOfMonth());
            case 1 -> LocalDate.of(2027, 6, 30);
            default -> day;
        };
        long known = switch (random.nextInt(4)) {
            case 0 -> last - random.nextInt(5);
            case 1 -> story.firstPosition() + random.nextLong(last - story.firstPosition() + 1);
            default -> last;
        };
        return new Wanted(story.entity().value(), asAt, known, any("dueDate", "documentDate"),
                random.nextBoolean() ? List.of(30, 60, 90) : List.of(1 + random.nextInt(100)),
                any("account", "account", "customer", "none"),
                random.nextInt(4) == 0 ? story.id("C" + random.nextInt(ACCOUNTS)) : null,
                random.nextInt(4) == 0 ? any("TRADE", "OTHER") : null,
                any("accountId", "accountId", "balance", "overdue", "oldestDueDate"));
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void compare(Wanted wanted) {
        var expected = new PlainSums(jdbc).groups(wanted);
        int limit = 1 + random.nextInt(4);
        var answer = page(wanted, limit, null);
        var rows = new ArrayList<>(rows(answer));
        for (var page = answer; page.nextCursor() != null;) {
            page = page(wanted, limit, page.nextCursor());
            rows.addAll(rows(page));
        }

        assertThat(rows).as(wanted.toString()).isEqualTo(wanted.groupBy().equals("none") ? List.of() : expected);
        assertThat(slots(answer.totals())).as(wanted.toString()).isEqualTo(total(expected, wanted));
        assertThat(answer.control().movements()).isEqualTo(answer.totals().balance());
        assertThat(answer.control().ties()).as(wanted.toString()).isTrue();
        var file = agedBalance.handleFile(request(wanted, null, null), 1_000);
        assertThat(rows(file)).as(wanted.toString()).isEqualTo(rows);
    }

    private AgedBalance page(Wanted wanted, int limit, @Nullable String after) {
        return agedBalance.handle(request(wanted, Integer.toString(limit), after));
    }

    private static AgedBalanceRequest request(Wanted wanted, @Nullable String limit, @Nullable String after) {
        return new AgedBalanceRequest(wanted.entity(), wanted.asAt().toString(), Long.toString(wanted.known()),
                wanted.basis(), wanted.edges().stream().map(String::valueOf).collect(joining(",")), null,
                wanted.groupBy(), null, wanted.account(), wanted.receivableClass(), wanted.sort(), limit, after);
    }

    private static List<Group> rows(AgedBalance answer) {
        return answer.rows()
                .stream()
                .map(row -> new Group(row.accountId() == null ? row.customerId() : row.accountId(),
                        slots(row.figures()), row.oldestDueDate()))
                .toList();
    }

    private static List<Long> slots(Figures figures) {
        var slots = new ArrayList<Long>();
        slots.add(cents(figures.notDue()));
        figures.buckets().forEach(bucket -> slots.add(cents(bucket)));
        slots.add(cents(figures.unapplied()));
        return slots;
    }

    private static List<Long> total(List<Group> groups, Wanted wanted) {
        return LongStream.range(0, wanted.edges().size() + 3)
                .mapToObj(slot -> groups.stream().mapToLong(group -> group.slots().get((int) slot)).sum())
                .toList();
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
