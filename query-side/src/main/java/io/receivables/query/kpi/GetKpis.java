package io.receivables.query.kpi;

import io.receivables.query.edge.BookCuts;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.kpi.KpiAnswer.Period;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.SettledDays;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Answers the key figures of a part of the books, at a date, as known on a day. */
@Service
@SnapshotRead
public class GetKpis {

    private final BookCuts cuts;
    private final ReadFacts facts;

    GetKpis(BookCuts cuts, ReadFacts facts) {
        this.cuts = cuts;
        this.facts = facts;
    }

    public KpiAnswer handle(KpiRequest request) {
        var cut = cuts.of(request.book());
        var from = request.firstDay(cut.asOf().asAt());
        return answer(cut, from, facts.settled(cut, from, cut.asOf().asAt()));
    }

    /** @param settled in days that contain those of the period */
    KpiAnswer answer(BookCut cut, LocalDate from, SettledDays settled) {
        var read = facts.of(cut, from, settled);
        var calculation = new KpiCalculation(read.facts(), cut.currency());
        return new KpiAnswer(cut.legalEntity(), cut.asOf().asAt(), cut.asOf().known(),
                cut.currency().getCurrencyCode(), cut.accountId(), cut.receivableClass(),
                new Period(from, cut.asOf().asAt(), read.facts().days()), KpiCalculation.ROUNDING,
                calculation.inputs(read.ties()), calculation.kpis());
    }
}
