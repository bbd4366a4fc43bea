package io.receivables.query.agedbalance;

import static java.util.stream.Collectors.toMap;

import io.receivables.query.agedbalance.GetAgedBalance.Line;
import io.receivables.query.agedbalance.GetAgedBalance.Total;
import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.edge.Planner;
import io.receivables.query.ledger.ParkedFacts;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether an answer ties: it says so only if everything that is kept apart and ought to be equal is. */
@Component
class Ties {

    private final JdbcClient jdbc;
    private final ParkedFacts parked;
    private final UntiedAccounts untied;

    Ties(JdbcClient jdbc, ParkedFacts parked, UntiedAccounts untied) {
        this.jdbc = jdbc;
        this.parked = parked;
        this.untied = untied;
    }

    /**
     * Figures from which facts are still missing tie to nothing.
     *
     * @param more whether there are rows after the page
     */
    boolean of(AgedBalanceSql sql, Question question, Total total, List<Line> page, boolean more) {
        return !parked.concern(question.legalEntity())
                && !untied.areIn(question.legalEntity())
                && total.movements() == total.amounts().balance()
                && addUp(question, total, page, more)
                && sumsAgree(sql)
                && itemsAgree(sql, question, page);
    }

    /** Rows that are a whole list add up to the totals. */
    private static boolean addUp(Question question, Total total, List<Line> page, boolean more) {
        boolean whole = question.groupBy() != GroupBy.NONE && question.after() == null && !more;
        return !whole || page.stream().mapToLong(line -> line.amounts().balance()).sum() == total.amounts().balance();
    }

    private boolean sumsAgree(AgedBalanceSql sql) {
        return Planner.addUpAlone(jdbc,
                () -> jdbc.sql(sql.ties()).params(sql.parameters()).query(Boolean.class).single());
    }

    /**
     * Whether open items, where rows are made of them, are what is kept of the accounts that are shown. Those of one account, or
     * of one class, are among the sums already.
     */
    private boolean itemsAgree(AgedBalanceSql sql, Question question, List<Line> page) {
        if (page.isEmpty() || question.accountId() != null || question.receivableClass() != null) {
            return true;
        }
        return switch (question.source()) {
            case MOVEMENTS -> true;
            case OPEN_ITEMS -> kept(sql, question, page).equals(page.stream()
                    .collect(toMap(Line::key, line -> new Kept(line.amounts().balance(), line.amounts().debt()))));
            case OPEN_ITEMS_LESS_LATER -> jdbc.sql(TiesSql.ofItems(question))
                    .params(sql.parameters())
                    .param("keys", GetAgedBalance.keys(page))
                    .query(Boolean.class)
                    .single();
        };
    }

    private Map<String, Kept> kept(AgedBalanceSql sql, Question question, List<Line> page) {
        return jdbc.sql(TiesSql.ofRows(question))
                .params(sql.parameters())
                .param("keys", GetAgedBalance.keys(page))
                .query((row, _) -> Map.entry(row.getString("key"),
                        new Kept(row.getLong("amount"), row.getLong("debt"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What an account or a customer owes now, in minor units. */
    private record Kept(long amount, long debt) {}
}
