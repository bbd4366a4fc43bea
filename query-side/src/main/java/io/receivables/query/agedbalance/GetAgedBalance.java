package io.receivables.query.agedbalance;

import io.receivables.query.agedbalance.AgedBalance.Control;
import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Planner;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.DisputedAmounts;
import io.receivables.query.ledger.DoubtfulAmounts;
import io.receivables.query.ledger.FactoredAmounts;
import io.receivables.query.ledger.PlannedItems;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers the aged balance. */
@Service
@SnapshotRead
public class GetAgedBalance {

    private final JdbcClient jdbc;
    private final Questions questions;
    private final RowNames names;
    private final Ties ties;
    private final DoubtfulAmounts doubtfuls;
    private final DisputedAmounts disputes;
    private final PlannedItems plans;
    private final FactoredAmounts factored;

    GetAgedBalance(JdbcClient jdbc, Questions questions, RowNames names, Ties ties,
            DoubtfulAmounts doubtfuls, DisputedAmounts disputes, PlannedItems plans,
            FactoredAmounts factored) {
        this.jdbc = jdbc;
        this.questions = questions;
        this.names = names;
        this.ties = ties;
        this.doubtfuls = doubtfuls;
        this.disputes = disputes;
        this.plans = plans;
        this.factored = factored;
    }

    public AgedBalance handle(AgedBalanceRequest request) {
        return factored(questions.of(request, request.paging().size()));
    }

    /** All rows, for a file, unless a limit is named; at most so many. */
    AgedBalance handleFile(AgedBalanceRequest request, int most) {
        return factored(questions.of(request, request.paging().sizeOfFile(most)));
    }

    private AgedBalance factored(Question question) {
        return FactoredByRow.of(question, factored).addTo(answer(question));
    }

    private AgedBalance answer(Question question) {
        var sql = new AgedBalanceSql(question);
        var doubtful = MarkedByRow.doubtful(question, doubtfuls);
        var disputed = MarkedByRow.disputed(question, disputes);
        var planned = PlanShift.of(question, plans);
        Planner.groupInMemory(jdbc);
        var total = total(sql);
        var lines = lines(sql, question);
        var page = lines.stream().limit(question.limit()).toList();
        boolean more = lines.size() > question.limit();
        return new AgedBalance(question.legalEntity(), question.asOf().asAt(), question.asOf().known(),
                question.basis().word(), question.view().word(), question.edges().days(), question.edgesPolicyVersion(),
                question.currency().getCurrencyCode(),
                planned.total(total.amounts())
                        .figures(question.currency(), charges(sql, question), doubtful.total(), disputed.total()),
                unidentified(question),
                new Control(Amounts.text(total.movements(), question.currency()),
                        ties.of(sql, question, total, page, more)),
                names.rows(question, page, charges(sql, question, page), doubtful, disputed, planned),
                more ? page.getLast().cursor() : null);
    }

    private Total total(AgedBalanceSql sql) {
        return jdbc.sql(sql.totals())
                .params(sql.parameters())
                .query((row, _) -> new Total(amounts(row), row.getLong("movements")))
                .single();
    }

    private List<Line> lines(AgedBalanceSql sql, Question question) {
        if (question.groupBy() == GroupBy.NONE) {
            return List.of();
        }
        var few = sql.rowsOfFew().map(rows -> lines(rows, sql, question)).orElse(List.of());
        if (few.size() > question.limit()) {
            return few;
        }
        if (sql.addsUpItems()) {
            Planner.groupInOrderOfIndex(jdbc);
        }
        return lines(sql.rows(), sql, question);
    }

    private List<Line> lines(String rows, AgedBalanceSql sql, Question question) {
        return jdbc.sql(rows)
                .params(sql.parameters())
                .param("limit", question.limit() + 1L)
                .param("afterRank", rankOf(question))
                .param("afterKey", question.after() == null ? null : question.after().getLast())
                .query(GetAgedBalance::line)
                .list();
    }

    private long charges(AgedBalanceSql sql, Question question) {
        return jdbc.sql(ChargesSql.total(question)).params(sql.parameters()).query(Long.class).single();
    }

    private Map<String, Long> charges(AgedBalanceSql sql, Question question, List<Line> page) {
        var charges = new HashMap<String, Long>();
        if (!page.isEmpty()) {
            jdbc.sql(ChargesSql.ofKeys(question))
                    .params(sql.parameters())
                    .param("keys", keys(page))
                    .query(row -> {
                        charges.put(row.getString("key"), row.getLong("charges"));
                    });
        }
        return charges;
    }

    static String[] keys(List<Line> page) {
        return page.stream().map(Line::key).toArray(String[]::new);
    }

    private String unidentified(Question question) {
        return Amounts.text(jdbc.sql("""
                select -coalesce(sum(amount), 0) from ledger.movement
                 where account_id is null and legal_entity = :entity and currency = :currency
                   and effective_date <= :asAt and position <= :known""")
                .params(new AgedBalanceSql(question).parameters())
                .query(Long.class)
                .single(), question.currency());
    }

    private static @Nullable Long rankOf(Question question) {
        return question.after() == null ? null : Cursor.number(question.after().getFirst());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(row.getString("key"), amounts(row), row.getLong("rank"),
                row.getObject("oldest", LocalDate.class));
    }

    private static Amounts amounts(ResultSet row) throws SQLException {
        Array array = row.getArray("slots");
        var slots = List.of((Long[]) array.getArray());
        array.free();
        return new Amounts(slots, row.getLong("balance"));
    }

    /** @param movements up to the cut, in minor units */
    record Total(Amounts amounts, long movements) {}

    /** A row of the page. */
    record Line(String key, Amounts amounts, long rank, @Nullable LocalDate oldest) {

        String cursor() {
            return Cursor.after(AgedBalanceSql.keys(rank, key));
        }
    }
}
