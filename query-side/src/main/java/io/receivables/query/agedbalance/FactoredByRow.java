package io.receivables.query.agedbalance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.receivables.query.agedbalance.AgedBalance.Row;
import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.ledger.FactoredAmounts;
import io.receivables.query.ledger.FactoredAmounts.Factored;
import java.util.Currency;
import java.util.Map;

/** What a factor may claim of what is open, by the keys of the rows, in minor units. */
record FactoredByRow(Currency currency, Map<String, Long> byKey) {

    static FactoredByRow of(Question question, FactoredAmounts factored) {
        return new FactoredByRow(question.currency(), factored.of(question.cut(), question.earlier())
                .stream()
                .collect(groupingBy(it -> question.groupBy() == GroupBy.CUSTOMER ? it.customerId() : it.accountId(),
                        summingLong(Factored::amount))));
    }

    /** The answer with what is factored shown apart. */
    AgedBalance addTo(AgedBalance answer) {
        long total = byKey.values().stream().mapToLong(Long::longValue).sum();
        return answer.with(answer.totals().factored(Amounts.text(total, currency)),
                answer.rows().stream().map(this::addTo).toList());
    }

    private Row addTo(Row row) {
        var key = row.accountId() == null ? row.customerId() : row.accountId();
        return new Row(row.accountId(), row.customerId(), row.name(),
                row.figures().factored(Amounts.text(byKey.getOrDefault(key, 0L), currency)), row.oldestDueDate());
    }
}
