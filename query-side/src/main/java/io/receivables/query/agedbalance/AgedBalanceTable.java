package io.receivables.query.agedbalance;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.agedbalance.AgedBalance.Row;
import io.receivables.query.edge.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Answers the aged balance as a file: all rows, unless a limit is named. */
@Component
public class AgedBalanceTable {

    private final GetAgedBalance agedBalance;
    private final int mostRows;

    /** @param mostRows a file is put together in memory */
    AgedBalanceTable(GetAgedBalance agedBalance, @Value("${receivables.queries.file-rows:100000}") int mostRows) {
        this.agedBalance = agedBalance;
        this.mostRows = mostRows;
    }

    public Table handle(AgedBalanceRequest request) {
        var answer = agedBalance.handleFile(request, mostRows);
        if (request.paging().limit() == null && answer.nextCursor() != null) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE, "a file has at most " + mostRows
                    + " rows, and there are more; ask with limit and after, or for less");
        }
        var columns = new ArrayList<>(List.of("accountId", "customerId", "name", "notDue"));
        columns.addAll(new Edges(answer.edges()).labels());
        columns.addAll(List.of("unapplied", "balance", "disputed", "doubtful", "factored", "charges", "oldestDueDate",
                "currency"));
        return new Table(columns, answer.rows().stream().map(row -> cells(row, answer.currency())).toList());
    }

    private static List<@Nullable Object> cells(Row row, String currency) {
        var figures = row.figures();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.accountId());
        cells.add(row.customerId());
        cells.add(row.name());
        cells.add(new BigDecimal(figures.notDue()));
        figures.buckets().forEach(bucket -> cells.add(new BigDecimal(bucket)));
        cells.add(new BigDecimal(figures.unapplied()));
        cells.add(new BigDecimal(figures.balance()));
        cells.add(new BigDecimal(figures.disputed()));
        cells.add(new BigDecimal(figures.doubtful()));
        cells.add(new BigDecimal(figures.factored()));
        cells.add(new BigDecimal(figures.charges()));
        cells.add(row.oldestDueDate());
        cells.add(currency);
        return cells;
    }
}
