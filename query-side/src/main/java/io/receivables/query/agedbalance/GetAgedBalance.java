package io.receivables.query.agedbalance;

import io.receivables.query.agedbalance.AgedBalance.Control;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.ParkedFacts;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private final ParkedFacts parked;

    GetAgedBalance(JdbcClient jdbc, Questions questions, RowNames names, ParkedFacts parked) {
        this.jdbc = jdbc;
        this.questions = questions;
        this.names = names;
        this.parked = parked;
    }

    public AgedBalance handle(AgedBalanceRequest request) {
        return answer(questions.of(request, request.paging().size()));
    }

    /** All rows, for a file, unless a limit is named. */
    AgedBalance handleFile(AgedBalanceRequest request) {
        return answer(questions.of(request, request.paging().sizeOfFile()));
    }

    private AgedBalance answer(Question question) {
        var sql = new AgedBalanceSql(question);
        var lines = jdbc.sql(sql.balance())
                .params(sql.parameters())
                .param("limit", question.groupBy() == Question.GroupBy.NONE ? 0 : question.limit() + 1L)
                .param("afterRank", rankOf(question))
                .param("afterKey", question.after() == null ? null : question.after().getLast())
                .query(GetAgedBalance::line)
                .list();
        var page = lines.stream().filter(line -> line.key() != null).limit(question.limit()).toList();
        boolean more = lines.size() > question.limit();
        var total = lines.getFirst().total();
        return new AgedBalance(question.legalEntity(), question.asOf().asAt(), question.asOf().known(),
                question.basis().word(), "decided", question.edges().days(), question.currency().getCurrencyCode(),
                total.figures(question.currency()), unidentified(question), control(sql, question, total.balance()),
                names.rows(question, page), more ? page.getLast().cursor() : null);
    }

    /** Figures from which facts are still missing tie to nothing. */
    private Control control(AgedBalanceSql sql, Question question, long balance) {
        boolean complete = !parked.concern(question.legalEntity());
        return jdbc.sql(sql.control())
                .params(sql.parameters())
                .query((row, _) -> new Control(Amounts.text(row.getLong("cut"), question.currency()),
                        complete && row.getLong("cut") == balance && row.getLong("moved") == row.getLong("open")))
                .single();
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
        var key = row.getString("key");
        return new Line(key, key == null ? null : amounts(row, "slots", "balance"), row.getLong("rank"),
                row.getObject("oldest", LocalDate.class), amounts(row, "total_slots", "total_balance"));
    }

    private static Amounts amounts(ResultSet row, String slots, String balance) throws SQLException {
        Array array = row.getArray(slots);
        var values = new ArrayList<Long>(List.of((Long[]) array.getArray()));
        array.free();
        return new Amounts(List.copyOf(values), row.getLong(balance));
    }

    /** A row of the page beside the totals; without key, amounts and rank when the page is empty. */
    record Line(@Nullable String key, @Nullable Amounts amounts, long rank, @Nullable LocalDate oldest,
            Amounts total) {

        String requireKey() {
            return Objects.requireNonNull(key);
        }

        String cursor() {
            return Cursor.after(AgedBalanceSql.keys(rank, requireKey()));
        }
    }
}
