package io.receivables.query.agedbalance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.ledger.DoubtfulAmounts;
import io.receivables.query.ledger.DoubtfulAmounts.Doubtful;
import java.util.List;
import java.util.Map;

/** What is doubtful, by the keys of the rows, in minor units. Few invoices are, so all of them are read at once. */
record DoubtfulByRow(Map<String, Long> byKey) {

    static DoubtfulByRow of(Question question, DoubtfulAmounts doubtfuls) {
        var asOf = question.asOf();
        var found = question.accountId() == null
                ? doubtfuls.ofEntity(question.legalEntity(), question.currency(), question.receivableClass(), asOf)
                : doubtfuls.ofAccounts(List.of(question.accountId()), question.receivableClass(), asOf);
        return new DoubtfulByRow(found.stream()
                .collect(groupingBy(it -> question.groupBy() == GroupBy.CUSTOMER ? it.customerId() : it.accountId(),
                        summingLong(Doubtful::amount))));
    }

    long of(String key) {
        return byKey.getOrDefault(key, 0L);
    }

    long total() {
        return byKey.values().stream().mapToLong(Long::longValue).sum();
    }
}
