package io.receivables.query.kpi;

import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.Flow;
import io.receivables.query.ledger.MovementKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Sums over the flows of days.
 *
 * @param movedSales sales of invoices that came from other classes since, less those of invoices that went to them
 */
record FactsOfFlows(List<Flow> flows, List<Flow> movedSales, LocalDate from, LocalDate to) {

    /** Open invoices and late charges at the end of a day. */
    BigDecimal receivablesAt(LocalDate day) {
        return sum(flow -> flow.isOfClaim() && !flow.date().isAfter(day));
    }

    /** The sum of what was open at the end of each day of the period: a flow counts on every day from its own on. */
    BigDecimal dailyReceivables() {
        var sum = BigDecimal.ZERO;
        for (var flow : flows) {
            if (flow.isOfClaim() && !flow.date().isAfter(to)) {
                var counted = flow.date().isBefore(from) ? from : flow.date();
                sum = sum.add(flow.amount().multiply(BigDecimal.valueOf(to.toEpochDay() - counted.toEpochDay() + 1)));
            }
        }
        return sum;
    }

    BigDecimal inPeriod(DocumentType type, MovementKind kind) {
        return sum(flow -> flow.is(type, kind) && !flow.date().isBefore(from) && !flow.date().isAfter(to));
    }

    BigDecimal movedSalesInPeriod() {
        return sum(movedSales, flow -> !flow.date().isBefore(from) && !flow.date().isAfter(to));
    }

    /** Net sales month by month, the latest first, back to the first one in which there were any; a sale follows its invoice. */
    List<MonthSales> months() {
        var sales = Stream.concat(flows.stream().filter(FactsOfFlows::isSale), movedSales.stream()).toList();
        var first = sales.stream().map(Flow::date).min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return List.of();
        }
        var months = new ArrayList<MonthSales>();
        for (var month = YearMonth.from(to); !month.isBefore(YearMonth.from(first.get())); month = month
                .minusMonths(1)) {
            var begin = month.atDay(1);
            var end = month.equals(YearMonth.from(to)) ? to : month.atEndOfMonth();
            months.add(new MonthSales(begin, end, sum(sales, flow -> !flow.date().isBefore(begin)
                    && !flow.date().isAfter(end))));
        }
        return List.copyOf(months);
    }

    private static boolean isSale(Flow flow) {
        return (flow.kind() == MovementKind.ISSUED || flow.kind() == MovementKind.CANCELLED)
                && (flow.type() == DocumentType.INVOICE || flow.type() == DocumentType.CREDIT_NOTE);
    }

    private BigDecimal sum(Predicate<Flow> which) {
        return sum(flows, which);
    }

    private static BigDecimal sum(List<Flow> flows, Predicate<Flow> which) {
        return flows.stream().filter(which).map(Flow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
