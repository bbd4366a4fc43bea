package io.receivables.query.kpi;

import io.receivables.query.ledger.SettledAmounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What key figures are made of. Amounts are in minor units, tax included.
 *
 * <p>Receivables are open invoices and late charges: what is unapplied is not taken from them, for it is owed the other way.
 * Sales are the invoices of the period less those cancelled in it and the credit notes issued in it (less those cancelled);
 * what another ledger had recorded before the books moved here is no sale, nor is a late charge.
 *
 * @param from the first day of the period
 * @param to its last day, as at which the figures are
 * @param receivablesBegin at the end of the day before the period
 * @param dailyReceivables the sum of what was open at the end of each day of the period
 * @param disputedEnd of what is open, what customers contest
 * @param takenOver open items that the books took over in the period
 * @param reclassified what came from other classes in the period, less what went to them; zero over all classes
 * @param reclassifiedSales of the period: sales of invoices that came from other classes since, less those of invoices that went
 *        to them; zero over all classes
 * @param soldToFactors what left the books for a factor in the period, less what was bought back: nobody has paid it
 * @param charged late charges claimed in the period, less those taken back
 * @param writtenOff in the period, less what was taken back; small differences are none of it
 * @param recovered of what was written off at any time
 * @param months with sales, the latest first, back to the first sale of the books; each without a gap
 */
record Facts(LocalDate from, LocalDate to, BigDecimal receivablesBegin, BigDecimal receivablesEnd,
        BigDecimal notDueEnd, BigDecimal unappliedEnd, BigDecimal disputedEnd, BigDecimal dailyReceivables,
        BigDecimal invoiced,
        BigDecimal cancelled, BigDecimal creditNotes, BigDecimal takenOver, BigDecimal reclassified,
        BigDecimal reclassifiedSales, BigDecimal soldToFactors, BigDecimal charged, BigDecimal writtenOff,
        BigDecimal recovered, List<MonthSales> months, SettledAmounts settled) {

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    BigDecimal sales() {
        return invoiced.subtract(cancelled).subtract(creditNotes);
    }

    /** Those that the receivables come from: a sale follows its invoice to another class. */
    BigDecimal salesOfReceivables() {
        return sales().add(reclassifiedSales);
    }

    BigDecimal overdueEnd() {
        return receivablesEnd.subtract(notDueEnd);
    }
}
