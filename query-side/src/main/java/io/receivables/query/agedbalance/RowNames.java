package io.receivables.query.agedbalance;

import io.receivables.query.agedbalance.AgedBalance.Row;
import io.receivables.query.agedbalance.GetAgedBalance.Line;
import io.receivables.query.agedbalance.Question.GroupBy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts customers and their names to the rows of the page. */
@Component
class RowNames {

    private final JdbcClient jdbc;

    RowNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> rows(Question question, List<Line> page, Map<String, Long> charges, MarkedByRow doubtful,
            MarkedByRow disputed, PlanShift plans) {
        if (page.isEmpty()) {
            return List.of();
        }
        boolean accounts = question.groupBy() == GroupBy.ACCOUNT;
        var named = named(question, page.stream().map(Line::key).toList());
        return page.stream().map(line -> {
            var customer = Objects.requireNonNull(named.get(line.key()), "every key is an account's");
            return new Row(accounts ? line.key() : null, customer.id(), customer.name(),
                    plans.of(line.key(), line.amounts())
                            .figures(question.currency(), charges.getOrDefault(line.key(), 0L),
                                    doubtful.of(line.key()), disputed.of(line.key())),
                    line.oldest());
        }).toList();
    }

    private Map<String, Customer> named(Question question, List<String> keys) {
        var named = new HashMap<String, Customer>();
        jdbc.sql("""
                select a.%1$s, a.customer_id, coalesce(min(p.name), a.customer_id)
                  from ledger.account a left join party.customer_account_party p using (account_id)
                 where a.%1$s = any(:keys) and a.legal_entity = :entity
                 group by a.%1$s, a.customer_id""".formatted(question.groupBy().column()))
                .param("keys", keys.toArray(String[]::new))
                .param("entity", question.legalEntity())
                .query(row -> {
                    named.put(row.getString(1), new Customer(row.getString(2), row.getString(3)));
                });
        return named;
    }

    private record Customer(String id, String name) {}
}
