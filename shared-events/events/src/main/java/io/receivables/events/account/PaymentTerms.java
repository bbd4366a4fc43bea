package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When an invoice of the account falls due.
 *
 * @param netDays days from the start; with instalments, those of an instalment that names none
 * @param endOfMonth NONE when a request leaves it out
 * @param dayOfMonth when set, the due date moves on to the next such day (the last day in a shorter month)
 * @param from what the days run from; null is the issue date
 * @param roll null leaves due dates on weekends and holidays where they are
 * @param instalments null is one instalment over the total
 * @param template the name under which the credit policy keeps these terms; the version that is valid at an invoice's date
 * then says what they are, and the other components are what they were when the name was chosen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentTerms(int netDays, EndOfMonth endOfMonth, @Nullable Integer dayOfMonth,
        @Nullable DiscountTerms discount, @Nullable TermsStart from, @Nullable Roll roll,
        @Nullable List<InstalmentTerms> instalments, @Nullable String template) {

    public PaymentTerms {
        endOfMonth = Objects.requireNonNullElse(endOfMonth, EndOfMonth.NONE);
        instalments = instalments == null ? null : List.copyOf(instalments);
    }

    /** From the issue date, in one instalment, whatever day it falls on. */
    public PaymentTerms(int netDays, EndOfMonth endOfMonth, @Nullable Integer dayOfMonth,
            @Nullable DiscountTerms discount) {
        this(netDays, endOfMonth, dayOfMonth, discount, null, null, null, null);
    }

    public static PaymentTerms net(int days) {
        return new PaymentTerms(days, EndOfMonth.NONE, null, null);
    }

    /** The same terms, known by a name. */
    public PaymentTerms named(String name) {
        return new PaymentTerms(netDays, endOfMonth, dayOfMonth, discount, from, roll, instalments, name);
    }
}
