package io.receivables.query.collectionqueue;

import io.receivables.events.money.Money;
import io.receivables.query.collectionqueue.QueueSummary.NotInQueue;
import io.receivables.query.collectionqueue.QueueSummary.Reconciliation;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The amounts of one worklist and of what is not on it, by currency and by why it is not. */
final class QueueTotals {

    static final String LISTED = "LISTED";
    private static final List<String> LEFT_OUT = List.of("NOT_DUE", "OVERDUE_LONGER", "LOWER_RISK",
            "FURTHER_FROM_LIMIT", "NO_BROKEN_PROMISE", "COVERED_BY_CREDIT", "SNOOZED", "OTHER_OWNER", "FACTORED",
            "UNAPPLIED");

    private final Queue queue;
    private final Map<String, Map<String, Long>> byCurrency = new TreeMap<>();
    private long items;

    QueueTotals(Queue queue) {
        this.queue = queue;
    }

    Queue queue() {
        return queue;
    }

    /** @param state LISTED, or why it is not */
    void add(String currency, String state, long count, long amount) {
        if (state.equals(LISTED)) {
            items += count;
        }
        byCurrency.computeIfAbsent(currency, _ -> new HashMap<>()).merge(state, amount, Long::sum);
    }

    QueueSummary summary(String title) {
        var amounts = byCurrency.entrySet()
                .stream()
                .filter(of -> of.getValue().getOrDefault(LISTED, 0L) != 0)
                .map(of -> money(of.getKey(), of.getValue().getOrDefault(LISTED, 0L)))
                .toList();
        return new QueueSummary(queue.word(), title, items, amounts,
                byCurrency.entrySet().stream().map(of -> reconciliation(of.getKey(), of.getValue())).toList());
    }

    private Reconciliation reconciliation(String currency, Map<String, Long> states) {
        var leftOut = new ArrayList<NotInQueue>();
        for (var reason : LEFT_OUT) {
            long amount = states.getOrDefault(reason, 0L);
            if (amount != 0) {
                leftOut.add(new NotInQueue(reason, money(currency, amount)));
            }
        }
        var listed = money(currency, states.getOrDefault(LISTED, 0L));
        var total = leftOut.stream().map(NotInQueue::amount).reduce(listed, Money::plus);
        return new Reconciliation(listed, List.copyOf(leftOut), queue.ties().name(), total);
    }

    private static Money money(String currency, long minorUnits) {
        return Money.ofMinorUnits(minorUnits, Currency.getInstance(currency));
    }
}
