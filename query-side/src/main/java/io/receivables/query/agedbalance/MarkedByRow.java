package io.receivables.query.agedbalance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.ledger.DisputedAmounts;
import io.receivables.query.ledger.DoubtfulAmounts;
import io.receivables.query.ledger.MarkedAmount;
import java.util.List;
import java.util.Map;

/** What is doubtful or disputed, by the keys of the rows, in minor units. Few invoices are, so all of them are read at once. */
record MarkedByRow(Map<String, Long> byKey) {

    static MarkedByRow doubtful(Question question, DoubtfulAmounts doubtfuls) {
        return of(question, doubtfuls.of(question.cut(), question.earlier()));
    }

    static MarkedByRow disputed(Question question, DisputedAmounts disputed) {
        return of(question, disputed.of(question.cut(), question.earlier()));
    }

    private static MarkedByRow of(Question question, List<MarkedAmount> found) {
        return new MarkedByRow(found.stream()
                .collect(groupingBy(it -> question.groupBy() == GroupBy.CUSTOMER ? it.customerId() : it.accountId(),
                        summingLong(MarkedAmount::amount))));
    }

    long of(String key) {
        return byKey.getOrDefault(key, 0L);
    }

    long total() {
        return byKey.values().stream().mapToLong(Long::longValue).sum();
    }
}
