package io.receivables.query.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Net sales of a month, or of its days up to the date.
 *
 * @param sales in minor units; below zero where credit notes were more
 */
record MonthSales(LocalDate from, LocalDate to, BigDecimal sales) {

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }
}
