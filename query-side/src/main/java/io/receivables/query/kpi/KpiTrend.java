package io.receivables.query.kpi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The key figures at one date of a series; null where a figure cannot be told.
 *
 * @param asAt the end of a month, or the end of the series
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KpiTrend(LocalDate asAt, String receivables, String netSales, @Nullable String dsoSimple,
        @Nullable String dsoCountback, @Nullable String dsoBestPossible, @Nullable String averageDaysDelinquent,
        @Nullable String collectionEffectiveness, @Nullable String turnover, @Nullable String averageDaysToPay,
        @Nullable String averageDaysLate, @Nullable String shareOnTime, @Nullable String overdueShare,
        @Nullable String badDebtShare) {

    static KpiTrend of(KpiAnswer at) {
        var kpis = at.kpis();
        return new KpiTrend(at.asAt(), at.inputs().receivablesEnd(), at.inputs().netSales(), kpis.dsoSimple().value(),
                kpis.dsoCountback().value(), kpis.dsoBestPossible().value(), kpis.averageDaysDelinquent().value(),
                kpis.collectionEffectiveness().value(), kpis.turnover().value(), kpis.averageDaysToPay().value(),
                kpis.averageDaysLate().value(), kpis.shareOnTime().value(), kpis.overdueShare().value(),
                kpis.badDebtShare().value());
    }
}
