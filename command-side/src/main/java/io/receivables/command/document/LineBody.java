package io.receivables.command.document;

import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.platform.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a document as a request gives it. */
public record LineBody(String description, Money netAmount, Percentage taxRate) {

    private static final int MOST_LINES = 500;
    /** Amounts stay below 10^15. */
    private static final BigDecimal LIMIT = new BigDecimal("1000000000000000");

    public static List<InvoiceLine> lines(@Nullable List<LineBody> bodies) {
        if (bodies == null) {
            return List.of();
        }
        if (bodies.isEmpty() || bodies.size() > MOST_LINES) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/lines",
                    "1 to " + MOST_LINES + " lines are expected, not " + bodies.size());
        }
        for (int i = 0; i < bodies.size(); i++) {
            Amounts.requireCurrency(bodies.getFirst().netAmount().currency(), bodies.get(i).netAmount(),
                    "/lines/" + i + "/netAmount");
        }
        return LineTax.perLine(bodies);
    }

    /** The total of a document: that of its lines, or the one given when there are none. */
    public static Money total(List<InvoiceLine> lines, @Nullable Money given) {
        if (lines.isEmpty() == (given == null)) {
            throw Amounts.refusal(ProblemCode.LINES_AND_TOTAL, "/total", "either lines or total is expected");
        }
        var total = given != null
                ? given
                : lines.stream().map(line -> line.netAmount().plus(line.taxAmount())).reduce(Money::plus).orElseThrow();
        Amounts.requirePositive(total, given != null ? "/total" : "/lines");
        if (total.amount().compareTo(LIMIT) >= 0) {
            throw Amounts.refusal(ProblemCode.AMOUNT_INVALID, "/lines", total + " is not below 10^15");
        }
        return total;
    }
}
