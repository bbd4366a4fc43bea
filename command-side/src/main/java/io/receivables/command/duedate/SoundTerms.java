package io.receivables.command.duedate;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.InstalmentTerms;
import io.receivables.events.account.PaymentTerms;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Payment terms that invoices can be issued under. */
public final class SoundTerms {

    private static final int LONGEST_DAYS = 3_650;
    private static final int MOST_INSTALMENTS = 120;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private SoundTerms() {}

    /**
     * @param pointer where the terms stand in the body
     * @throws Refusal VALUE_INVALID, PERCENTAGE_INVALID, AMOUNT_NOT_POSITIVE, INSTALMENT_SHARES_INVALID
     */
    public static void check(PaymentTerms terms, String pointer) {
        requireBetween(terms.netDays(), 0, LONGEST_DAYS, pointer + "/netDays");
        requireDayOfMonth(terms.dayOfMonth(), pointer);
        var discount = terms.discount();
        if (discount != null) {
            requireBetween(discount.withinDays(), 0, LONGEST_DAYS, pointer + "/discount/withinDays");
            if (discount.percent().value().compareTo(WHOLE) >= 0) {
                throw Amounts.refusal(ProblemCode.PERCENTAGE_INVALID, pointer + "/discount/percent",
                        "a discount is less than 100 percent");
            }
        }
        if (terms.instalments() != null) {
            check(terms.instalments(), pointer + "/instalments");
        }
    }

    /** @throws Refusal CURRENCY_MISMATCH where an amount of the terms is not in the account's currency */
    public static void requireCurrency(PaymentTerms terms, Currency currency) {
        var parts = Objects.requireNonNullElseGet(terms.instalments(), List::<InstalmentTerms>of);
        for (int i = 0; i < parts.size(); i++) {
            var amount = parts.get(i).amount();
            if (amount != null) {
                Amounts.requireCurrency(currency, amount, "/terms/instalments/" + i + "/amount");
            }
        }
    }

    private static void check(List<InstalmentTerms> parts, String pointer) {
        requireBetween(parts.size(), 1, MOST_INSTALMENTS, pointer);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var here = pointer + "/" + i;
            if (part.netDays() != null) {
                requireBetween(part.netDays(), 0, LONGEST_DAYS, here + "/netDays");
            }
            requireDayOfMonth(part.dayOfMonth(), here);
            boolean takesTheRest = i == parts.size() - 1 && parts.stream().anyMatch(it -> it.amount() != null);
            if (part.percent() != null && part.amount() != null
                    || part.percent() == null && part.amount() == null && !takesTheRest) {
                throw Amounts.refusal(ProblemCode.INSTALMENT_SHARES_INVALID, here,
                        "either percent or amount is expected; where amounts are used, the last takes the rest");
            }
            if (part.amount() != null) {
                Amounts.requirePositive(part.amount(), here + "/amount");
            }
        }
        requireWhole(parts, pointer);
    }

    /** Percentages alone are the whole total; beside amounts they leave something for the last. */
    private static void requireWhole(List<InstalmentTerms> parts, String pointer) {
        var sum = parts.stream()
                .map(InstalmentTerms::percent)
                .map(percent -> percent == null ? BigDecimal.ZERO : percent.value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean alone = parts.stream().noneMatch(part -> part.amount() != null);
        if (alone ? sum.compareTo(WHOLE) != 0 : sum.compareTo(WHOLE) > 0) {
            throw Amounts.refusal(ProblemCode.INSTALMENT_SHARES_INVALID, pointer,
                    "the percentages add up to " + sum.toPlainString() + (alone ? ", not to 100" : ", above 100"));
        }
    }

    private static void requireDayOfMonth(@Nullable Integer day, String pointer) {
        if (day != null) {
            requireBetween(day, 1, 31, pointer + "/dayOfMonth");
        }
    }

    private static void requireBetween(int value, int low, int high, String pointer) {
        if (value < low || value > high) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                    low + " to " + high + " is expected, not " + value);
        }
    }
}
