package io.receivables.command.account;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.DiscountTerms;
import io.receivables.events.account.EndOfMonth;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.TaxMode;
import io.receivables.events.money.Percentage;
import io.receivables.platform.problem.ProblemCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Payment terms as a request gives them. */
public record TermsBody(int netDays, @Nullable EndOfMonth endOfMonth, @Nullable Integer dayOfMonth,
        @Nullable Discount discount) {

    private static final int LONGEST_DAYS = 3_650;

    /** "2/10": a percentage when paid within so many days. */
    public record Discount(Percentage percent, int withinDays, @Nullable TaxMode taxMode) {}

    /** What holds for an account that names none: 30 days, the French default (Code de commerce L441-10). */
    public static PaymentTerms orDefault(@Nullable TermsBody body) {
        return body == null ? PaymentTerms.net(30) : body.toTerms();
    }

    public PaymentTerms toTerms() {
        requireBetween(netDays, 0, LONGEST_DAYS, "/terms/netDays");
        if (dayOfMonth != null) {
            requireBetween(dayOfMonth, 1, 31, "/terms/dayOfMonth");
        }
        if (discount != null) {
            requireBetween(discount.withinDays(), 0, LONGEST_DAYS, "/terms/discount/withinDays");
            if (discount.percent().value().compareTo(BigDecimal.valueOf(100)) >= 0) {
                throw Amounts.refusal(ProblemCode.PERCENTAGE_INVALID, "/terms/discount/percent",
                        "a discount is less than 100 percent");
            }
        }
        return new PaymentTerms(netDays, endOfMonth == null ? EndOfMonth.NONE : endOfMonth, dayOfMonth,
                discount == null
                        ? null
                        : new DiscountTerms(discount.percent(), discount.withinDays(),
                                discount.taxMode() == null ? TaxMode.INCLUDED : discount.taxMode()));
    }

    private static void requireBetween(int value, int low, int high, String pointer) {
        if (value < low || value > high) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                    low + " to " + high + " is expected, not " + value);
        }
    }
}
