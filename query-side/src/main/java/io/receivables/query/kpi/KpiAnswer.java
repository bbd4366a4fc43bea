package io.receivables.query.kpi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.query.ledger.Known;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key figures of a part of the books. Amounts are decimal texts in its one currency, tax included.
 *
 * @param rounding how every value is rounded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KpiAnswer(String legalEntity, LocalDate asAt, Known asKnown, String currency,
        @Nullable String accountId, @Nullable String receivableClass, Period period, String rounding, Inputs inputs,
        Kpis kpis) {

    /** From the first day to the last, both counted. */
    public record Period(LocalDate from, LocalDate to, int days) {}

    /**
     * What the figures are made of.
     *
     * @param receivablesBegin open invoices and late charges at the end of the day before the period
     * @param unappliedEnd cash and credit that settles nothing; not taken from the receivables
     * @param averageReceivables over the ends of all days of the period, rounded half up
     * @param invoiced invoices issued in the period; neither late charges nor what the books took over are sales
     * @param netSales invoiced less cancelled invoices and credit notes
     * @param takenOver open items that the books took over in the period
     * @param reclassified open items that came from other classes in the period, less those that went to them
     * @param reclassifiedSales sales of the period of invoices that came from other classes since, less those of invoices that
     *        went to them; days of sales count them, for a sale follows its invoice
     * @param soldToFactors open items that left the books in the period without being paid, less those bought back
     * @param lateCharges claimed in the period
     * @param salesByMonth the latest first, back to the first sale of the books or for as long as they are counted
     * @param settled by cash and credit that came in the period, whenever it was allocated
     * @param ties whether the open items by due date add up to the movements of all days
     */
    public record Inputs(String receivablesBegin, String receivablesEnd, String notDueEnd, String overdueEnd,
            String unappliedEnd, String disputedEnd, String averageReceivables, String invoiced, String cancelled,
            String creditNotes,
            String netSales, String takenOver, String reclassified, String reclassifiedSales, String soldToFactors,
            String lateCharges,
            String writtenOff, String recovered,
            String settled, String settledOnTime, List<Month> salesByMonth, boolean ties) {}

    /** @param countedDays of the countback: how much of the month's days it took; null where it came to its end before */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Month(LocalDate from, LocalDate to, int days, String sales, @Nullable String countedDays) {}

    /** Each of them for the period, as at its end. */
    public record Kpis(Kpi dsoSimple, Kpi dsoCountback, Kpi dsoBestPossible, Kpi averageDaysDelinquent,
            Kpi collectionEffectiveness, Kpi turnover, Kpi turnoverOfEnds, Kpi turnoverDays, Kpi averageDaysToPay,
            Kpi averageDaysLate, Kpi shareOnTime, Kpi overdueShare, Kpi badDebtShare, Kpi disputeShare) {}
}
