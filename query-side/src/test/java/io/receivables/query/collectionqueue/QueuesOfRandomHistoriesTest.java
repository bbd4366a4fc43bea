package io.receivables.query.collectionqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.money.Money;
import io.receivables.query.agedbalance.AgedBalanceRequest;
import io.receivables.query.agedbalance.GetAgedBalance;
import io.receivables.query.collectionqueue.QueueSummary.Reconciliation;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Paging;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The worklists of any history, at any date, as known at any position, add up to what a plain fold of its facts gives. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class QueuesOfRandomHistoriesTest {

    @Autowired
    private GetCollectionQueues queues;
    @Autowired
    private GetAgedBalance agedBalance;
    @Autowired
    private Stories stories;

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 20261126})
    void everyWorklistAddsUp(long seed) {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var story = stories.begin();
        for (int i = 0; i < 3; i++) {
            story.account("C" + i);
        }
        var history = new RandomHistory(story, random, 3);
        for (int i = 0; i < 120; i++) {
            history.oneFact();
        }
        long last = story.position();
        for (int i = 0; i < 30; i++) {
            var asAt = RandomHistory.FIRST_DAY.plusDays(random.nextInt(RandomHistory.DAYS + 60));
            long known = i < 5 ? last : story.firstPosition() + random.nextLong(last - story.firstPosition() + 1);
            var one = i % 2 == 0
                    ? null
                    : ReceivableClass.values()[random.nextInt(ReceivableClass.values().length)];
            var aged = one == null
                    ? history.book().at(asAt, known).aged(asAt)
                    : history.book().at(asAt, known).aged(asAt, one);
            compare(story.entity().value(), asAt, known, one, aged);
        }
    }

    private void compare(String entity, LocalDate asAt, long known, @Nullable ReceivableClass one,
            Map<String, List<Long>> aged) {
        var request = new AsOfRequest(asAt.toString(), Long.toString(known));
        var filter = filter(entity, "true", one);
        var found = queues.queues(filter, request, Locale.ENGLISH)
                .items()
                .stream()
                .collect(Collectors.toMap(QueueSummary::queue, it -> it));
        for (var queue : List.of("overdue", "new-overdue", "high-risk", "broken-promises", "before-legal-limit")) {
            assertThat(total(found.get(queue), Reconciliation::total)).isEqualTo(sum(aged, row -> balance(row)));
        }
        var factored = factored(entity, request, one);
        long most = 0;
        long least = 0;
        for (var account : aged.entrySet()) {
            long withFactors = factored.getOrDefault(account.getKey(), 0L);
            if (balance(account.getValue()) > withFactors) {
                most += overdue(account.getValue());
                least += Math.max(overdue(account.getValue()) - withFactors, 0);
            }
        }
        // Which of it is due with a factor is not told apart here.
        assertThat(total(found.get("overdue"), Reconciliation::inQueue)).isBetween(least, most);
        assertThat(total(found.get("credit-balances"), Reconciliation::inQueue))
                .isEqualTo(sum(aged, row -> Math.max(-balance(row), 0)));
        assertThat(total(found.get("unidentified-cash"), Reconciliation::inQueue))
                .isEqualTo(unidentified(entity, request));
        // What rests is left out, and the worklists add up to the same.
        queues.queues(filter(entity, "false", one), request, Locale.ENGLISH)
                .items()
                .forEach(awake -> assertThat(total(awake, Reconciliation::total)).as(awake.queue())
                        .isEqualTo(total(found.get(awake.queue()), Reconciliation::total)));
        for (var queue : found.values()) {
            var items = queues.items(queue.queue(), filter, request, new Paging("500", null)).items();
            assertThat(items).as(queue.queue()).hasSize((int) queue.items());
            assertThat(items.stream().mapToLong(item -> item.amount().minorUnits()).sum()).as(queue.queue())
                    .isEqualTo(total(queue, Reconciliation::inQueue));
            assertThat(items).allSatisfy(item -> assertThat(atRisk(item)).isEqualTo(expectedLoss(item)));
        }
    }

    private static QueueFilter filter(String entity, String includeSnoozed, @Nullable ReceivableClass one) {
        return new QueueFilter(entity, null, null, includeSnoozed, one == null ? null : one.name(), null, null);
    }

    private long unidentified(String entity, AsOfRequest request) {
        var answer = agedBalance.handle(new AgedBalanceRequest(entity, request.asAt(), request.asKnown(), null, null,
                null, "none", null, null, null, null, null, null));
        return new BigDecimal(answer.unidentified()).movePointRight(2).longValueExact();
    }

    private static BigDecimal atRisk(QueueItem item) {
        return item.valueAtRisk() == null ? new BigDecimal("0.00") : item.valueAtRisk().amount();
    }

    /** Where the loss decides the rank, its parts are among the reasons. */
    private static BigDecimal expectedLoss(QueueItem item) {
        var parts = item.reasons()
                .stream()
                .filter(reason -> reason.code().equals("EXPECTED_LOSS"))
                .map(reason -> new BigDecimal(reason.value()))
                .toList();
        return parts.isEmpty() ? atRisk(item) : parts.stream().reduce(BigDecimal::add).orElseThrow();
    }

    private interface Part {
        Money of(Reconciliation reconciliation);
    }

    private static long total(@Nullable QueueSummary queue, Part part) {
        return queue == null
                ? 0
                : queue.reconciliation().stream().mapToLong(it -> part.of(it).minorUnits()).sum();
    }

    private Map<String, Long> factored(String entity, AsOfRequest request, @Nullable ReceivableClass one) {
        return agedBalance
                .handle(new AgedBalanceRequest(entity, request.asAt(), request.asKnown(), null, null, null, null, null,
                        null, one == null ? null : one.name(), null, null, null))
                .rows()
                .stream()
                .collect(Collectors.toMap(row -> Objects.requireNonNull(row.accountId()),
                        row -> new BigDecimal(row.figures().factored()).movePointRight(2).longValueExact()));
    }

    private interface OfRow {
        long of(List<Long> row);
    }

    private static long sum(Map<String, List<Long>> aged, OfRow figure) {
        return aged.values().stream().mapToLong(figure::of).sum();
    }

    private static long overdue(List<Long> row) {
        return row.subList(1, 5).stream().mapToLong(Long::longValue).sum();
    }

    private static long balance(List<Long> row) {
        return row.get(0) + overdue(row) - row.get(5);
    }
}
