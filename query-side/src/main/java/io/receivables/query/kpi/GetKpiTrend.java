package io.receivables.query.kpi;

import io.receivables.query.edge.BookCuts;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.edge.Table;
import io.receivables.query.ledger.AsOf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers how key figures went from month to month, by what is known at the cut. */
@Service
@SnapshotRead
public class GetKpiTrend {

    private final BookCuts cuts;
    private final GetKpis kpis;
    private final ReadFacts facts;

    GetKpiTrend(BookCuts cuts, GetKpis kpis, ReadFacts facts) {
        this.cuts = cuts;
        this.kpis = kpis;
        this.facts = facts;
    }

    public Page<KpiTrend> handle(TrendRequest request) {
        var cut = cuts.of(request.book());
        int days = request.length();
        var dates = request.dates(cut.asOf().asAt());
        var settled = facts.settled(cut, dates.getFirst().minusDays(days - 1L), dates.getLast());
        return new Page<>(dates.stream()
                .map(date -> KpiTrend.of(kpis.answer(cut.at(new AsOf(date, cut.asOf().known())),
                        date.minusDays(days - 1L), settled)))
                .toList(), null);
    }

    public Table table(TrendRequest request) {
        return new Table(
                List.of("asAt", "receivables", "netSales", "dsoSimple", "dsoCountback", "dsoBestPossible",
                        "averageDaysDelinquent", "collectionEffectiveness", "turnover", "averageDaysToPay",
                        "averageDaysLate", "shareOnTime", "overdueShare", "badDebtShare"),
                handle(request).items().stream().map(GetKpiTrend::cells).toList());
    }

    private static List<@Nullable Object> cells(KpiTrend it) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(it.asAt());
        cells.add(number(it.receivables()));
        cells.add(number(it.netSales()));
        cells.add(number(it.dsoSimple()));
        cells.add(number(it.dsoCountback()));
        cells.add(number(it.dsoBestPossible()));
        cells.add(number(it.averageDaysDelinquent()));
        cells.add(number(it.collectionEffectiveness()));
        cells.add(number(it.turnover()));
        cells.add(number(it.averageDaysToPay()));
        cells.add(number(it.averageDaysLate()));
        cells.add(number(it.shareOnTime()));
        cells.add(number(it.overdueShare()));
        cells.add(number(it.badDebtShare()));
        return cells;
    }

    private static @Nullable BigDecimal number(@Nullable String value) {
        return value == null ? null : new BigDecimal(value);
    }
}
