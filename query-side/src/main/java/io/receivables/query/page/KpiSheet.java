package io.receivables.query.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Key figures, their series, the allowance and the forecast as their page shows them. */
record KpiSheet(String legalEntity, String entityName, String currency, LocalDate asAt, Knowledge knowledge,
        boolean projection, LocalDate from, int days, boolean ties, List<KpiLine> figures, List<MonthLine> months,
        Trend trend, AllowanceSheet allowance, ForecastSheet forecast) {

    /** @param value null where it cannot be told: then there is a reason */
    record KpiLine(String name, @Nullable Amount value, String unit, @Nullable String reason,
            List<InputLine> inputs) {}

    record InputLine(String name, Amount value) {}

    record MonthLine(LocalDate from, LocalDate to, int days, Amount sales, @Nullable Amount countedDays) {}

    /**
     * Days of sales over time.
     *
     * @param path the line of the drawing, which has the size 600 x 120; empty where there are less than two points
     * @param highest what the top of the drawing stands for
     */
    record Trend(String path, Amount highest, List<TrendLine> lines) {}

    record TrendLine(LocalDate asAt, Amount receivables, Amount sales, List<@Nullable Amount> figures) {}

    /** @param allowance null where a rate is not known */
    record AllowanceSheet(@Nullable Amount allowance, @Nullable Integer policyVersion, @Nullable String source,
            String forward, boolean ties, List<MatrixLines> matrices, List<Amount> doubtful, String doubtfulPercent) {}

    record MatrixLines(@Nullable String receivableClass, @Nullable String riskClass, String ratesFrom,
            List<BandLine> bands, @Nullable Amount allowance, List<StepLine> steps) {}

    /** @param band empty for "not due" */
    record BandLine(String band, Amount gross, Amount tax, Amount secured, Amount base, @Nullable Amount rate,
            @Nullable Amount allowance) {}

    record StepLine(String from, String to, Amount base, Amount moved, @Nullable Amount rate) {}

    record ForecastSheet(List<WeekLine> weeks, Amount later, Amount pastExpected, Amount doubtful, Amount disputed,
            Amount open,
            @Nullable Amount averageDaysLate, boolean ties, BackTestLine backTest) {}

    record WeekLine(LocalDate from, LocalDate to, Amount expected, List<Shares.Part> bar) {}

    record BackTestLine(LocalDate madeAt, @Nullable Amount expected, Amount received, @Nullable Amount deviation) {}
}
