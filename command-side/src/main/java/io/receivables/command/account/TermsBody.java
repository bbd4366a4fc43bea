package io.receivables.command.account;

import io.receivables.command.duedate.SoundTerms;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.DiscountTerms;
import io.receivables.events.account.EndOfMonth;
import io.receivables.events.account.InstalmentTerms;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.Roll;
import io.receivables.events.account.TaxMode;
import io.receivables.events.account.TermsStart;
import io.receivables.events.money.Percentage;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Payment terms as a request gives them.
 *
 * @param netDays can be left out where each instalment has its own, and with a template
 * @param template a name in the credit policy, alone: it says all the rest
 */
public record TermsBody(@Nullable Integer netDays, @Nullable EndOfMonth endOfMonth, @Nullable Integer dayOfMonth,
        @Nullable Discount discount, @Nullable TermsStart from, @Nullable Roll roll,
        @Nullable List<InstalmentTerms> instalments, @Nullable String template) {

    private static final String POINTER = "/terms";

    /** "2/10": a percentage when paid within so many days. */
    public record Discount(Percentage percent, int withinDays, @Nullable TaxMode taxMode) {

        DiscountTerms toTerms() {
            return new DiscountTerms(percent, withinDays, Objects.requireNonNullElse(taxMode, TaxMode.INCLUDED));
        }
    }

    /** What holds for an account that names none: 30 days, the French default (Code de commerce L441-10). */
    public static PaymentTerms orDefault(@Nullable TermsBody body) {
        return body == null ? PaymentTerms.net(30) : body.toTerms();
    }

    /**
     * The terms, or the mere name of a template, which the policy valid at the date of the decision resolves.
     *
     * @throws Refusal if invoices could not be issued under them
     */
    public PaymentTerms toTerms() {
        if (template != null) {
            return reference(template);
        }
        var terms = new PaymentTerms(days(), Objects.requireNonNullElse(endOfMonth, EndOfMonth.NONE), dayOfMonth,
                discount == null ? null : discount.toTerms(), from, roll, instalments, null);
        SoundTerms.check(terms, POINTER);
        return terms;
    }

    private PaymentTerms reference(String name) {
        if (Stream.of(netDays, endOfMonth, dayOfMonth, discount, from, roll, instalments).anyMatch(Objects::nonNull)) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, POINTER + "/template",
                    "either the name of a template or the terms themselves, not both");
        }
        return PaymentTerms.net(0).named(name);
    }

    private int days() {
        if (netDays != null) {
            return netDays;
        }
        if (instalments == null || instalments.stream().anyMatch(part -> part.netDays() == null)) {
            throw Amounts.refusal(ProblemCode.REQUIRED, POINTER + "/netDays", "is required");
        }
        return instalments.stream().mapToInt(part -> Objects.requireNonNull(part.netDays())).max().orElse(0);
    }
}
