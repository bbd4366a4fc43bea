package io.receivables.query.kpi;

import io.receivables.query.kpi.Kpi.Unit;
import io.receivables.query.kpi.KpiAnswer.Inputs;
import io.receivables.query.kpi.KpiAnswer.Kpis;
import io.receivables.query.kpi.KpiAnswer.Month;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works the figures out. Nothing is rounded on the way; a division by zero gives no value, and says why. */
final class KpiCalculation {

    static final String ROUNDING = "2 decimals, half up, once";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Facts facts;
    private final Currency currency;

    KpiCalculation(Facts facts, Currency currency) {
        this.facts = facts;
        this.currency = currency;
    }

    Kpis kpis() {
        var days = BigDecimal.valueOf(facts.days());
        var average = facts.dailyReceivables().divide(days, MathContext.DECIMAL128);
        var ends = facts.receivablesBegin()
                .add(facts.receivablesEnd())
                .divide(BigDecimal.TWO, MathContext.DECIMAL128);
        return new Kpis(
                daysOfSales("receivablesEnd", facts.receivablesEnd().multiply(days),
                        inputs("receivablesEnd", facts.receivablesEnd())),
                countback(),
                daysOfSales("notDueEnd", facts.notDueEnd().multiply(days), inputs("notDueEnd", facts.notDueEnd())),
                daysOfSales("(receivablesEnd - notDueEnd)", facts.overdueEnd().multiply(days),
                        inputs("receivablesEnd", facts.receivablesEnd(), "notDueEnd", facts.notDueEnd())),
                collectionEffectiveness(),
                turnover("averageReceivables", average),
                turnover("(receivablesBegin + receivablesEnd) / 2", ends),
                ratio(Unit.DAYS, "averageReceivables / netSales x days, which is 365 / turnover for a year",
                        facts.dailyReceivables(), facts.sales(), "NO_SALES",
                        inputs("averageReceivables", average, "netSales", facts.sales())),
                settled(Unit.DAYS, "sum(settled x days from issue to payment) / sum(settled)",
                        facts.settled().dayAmountsToPay(), "settledTimesDays"),
                settled(Unit.DAYS, "sum(settled x days from due date to payment) / sum(settled)",
                        facts.settled().dayAmountsLate(), "settledTimesDays"),
                settled(Unit.PERCENT, "settledOnTime / settled x 100", facts.settled().onTime().multiply(HUNDRED),
                        null),
                ratio(Unit.PERCENT, "(receivablesEnd - notDueEnd) / receivablesEnd x 100",
                        facts.overdueEnd().multiply(HUNDRED), facts.receivablesEnd(), "NO_RECEIVABLES",
                        inputs("receivablesEnd", facts.receivablesEnd(), "notDueEnd", facts.notDueEnd())),
                ratio(Unit.PERCENT, "(writtenOff - recovered) / netSales x 100",
                        facts.writtenOff().subtract(facts.recovered()).multiply(HUNDRED), facts.sales(), "NO_SALES",
                        inputs("writtenOff", facts.writtenOff(), "recovered", facts.recovered(), "netSales",
                                facts.sales())),
                ratio(Unit.PERCENT, "disputedEnd / receivablesEnd x 100", facts.disputedEnd().multiply(HUNDRED),
                        facts.receivablesEnd(), "NO_RECEIVABLES",
                        inputs("disputedEnd", facts.disputedEnd(), "receivablesEnd", facts.receivablesEnd())));
    }

    Inputs inputs(boolean ties) {
        var average = facts.dailyReceivables().divide(BigDecimal.valueOf(facts.days()), MathContext.DECIMAL128);
        return new Inputs(money(facts.receivablesBegin()), money(facts.receivablesEnd()), money(facts.notDueEnd()),
                money(facts.overdueEnd()), money(facts.unappliedEnd()), money(facts.disputedEnd()),
                money(average), money(facts.invoiced()),
                money(facts.cancelled()), money(facts.creditNotes()), money(facts.sales()), money(facts.takenOver()),
                money(facts.reclassified()), money(facts.reclassifiedSales()), money(facts.soldToFactors()),
                money(facts.charged()), money(facts.writtenOff()), money(facts.recovered()),
                money(facts.settled().amount()), money(facts.settled().onTime()), months(), ties);
    }

    private List<Month> months() {
        var counted = Countback.of(facts.receivablesEnd(), facts.months()).counted();
        var months = new ArrayList<Month>();
        for (int i = 0; i < facts.months().size(); i++) {
            var month = facts.months().get(i);
            if (i < counted.size() || !month.to().isBefore(facts.from())) {
                months.add(new Month(month.from(), month.to(), month.days(), money(month.sales()),
                        i < counted.size() ? rounded(counted.get(i)) : null));
            }
        }
        return List.copyOf(months);
    }

    private Kpi countback() {
        var countback = Countback.of(facts.receivablesEnd(), facts.months());
        return new Kpi(countback.days() == null ? null : rounded(countback.days()), Unit.DAYS,
                "whole months of netSales backwards from receivablesEnd, the last one pro rata: salesByMonth",
                inputs("receivablesEnd", facts.receivablesEnd()),
                countback.days() == null ? "RECEIVABLES_ABOVE_ALL_SALES" : null);
    }

    /**
     * Taken over, what came from other classes and late charges are added to what there was to collect, for they are in the
     * receivables too; what was sold to a factor is taken away, for a sale collects nothing.
     */
    private Kpi collectionEffectiveness() {
        var toCollect = facts.receivablesBegin()
                .add(facts.sales())
                .add(facts.takenOver())
                .add(facts.reclassified())
                .subtract(facts.soldToFactors())
                .add(facts.charged());
        return ratio(Unit.PERCENT,
                "toCollect = receivablesBegin + netSales + takenOver + reclassified - soldToFactors + lateCharges;"
                        + " (toCollect - receivablesEnd) / (toCollect - notDueEnd) x 100",
                toCollect.subtract(facts.receivablesEnd()).multiply(HUNDRED), toCollect.subtract(facts.notDueEnd()),
                "NOTHING_TO_COLLECT",
                inputs("receivablesBegin", facts.receivablesBegin(), "netSales", facts.sales(), "takenOver",
                        facts.takenOver(), "reclassified", facts.reclassified(), "soldToFactors",
                        facts.soldToFactors(), "lateCharges", facts.charged(), "receivablesEnd", facts.receivablesEnd(),
                        "notDueEnd", facts.notDueEnd()));
    }

    /** So many days of sales; those of a class are the ones that its receivables come from. */
    private Kpi daysOfSales(String of, BigDecimal amountTimesDays, Map<String, String> inputs) {
        boolean moved = facts.reclassifiedSales().signum() != 0;
        inputs.put("netSales", money(facts.sales()));
        if (moved) {
            inputs.put("reclassifiedSales", money(facts.reclassifiedSales()));
        }
        return ratio(Unit.DAYS, of + (moved ? " / (netSales + reclassifiedSales) x days" : " / netSales x days"),
                amountTimesDays, facts.salesOfReceivables(), "NO_SALES", inputs);
    }

    private Kpi turnover(String of, BigDecimal average) {
        return ratio(Unit.TIMES, "netSales / " + of + ", in the period", facts.sales(), average, "NO_RECEIVABLES",
                inputs("netSales", facts.sales(), "averageReceivables", average));
    }

    private Kpi settled(Unit unit, String formula, BigDecimal sum, @Nullable String nameOfSum) {
        var amount = facts.settled().amount();
        return ratio(unit, formula, sum, amount, "NOTHING_SETTLED",
                nameOfSum == null
                        ? inputs("settled", amount, "settledOnTime", facts.settled().onTime())
                        : inputs("settled", amount, nameOfSum, sum));
    }

    private Kpi ratio(Unit unit, String formula, BigDecimal numerator, BigDecimal denominator, String whenNone,
            Map<String, String> inputs) {
        if (unit == Unit.DAYS) {
            inputs.put("days", Integer.toString(facts.days()));
        }
        return denominator.signum() <= 0
                ? new Kpi(null, unit, formula, inputs, whenNone)
                : new Kpi(numerator.divide(denominator, 2, RoundingMode.HALF_UP).toPlainString(), unit, formula, inputs,
                        null);
    }

    private Map<String, String> inputs(Object... namesAndAmounts) {
        var inputs = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndAmounts.length; i += 2) {
            inputs.put((String) namesAndAmounts[i], money((BigDecimal) namesAndAmounts[i + 1]));
        }
        return inputs;
    }

    private static String rounded(BigDecimal days) {
        return days.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private String money(BigDecimal minorUnits) {
        int digits = currency.getDefaultFractionDigits();
        return minorUnits.movePointLeft(digits).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
