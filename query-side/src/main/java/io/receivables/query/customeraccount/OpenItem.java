package io.receivables.query.customeraccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A claim that is not settled.
 *
 * @param kind INVOICE: the principal of an instalment; CHARGE: a late charge
 * @param invoiceId absent for a late charge on the whole account
 * @param instalment absent for a late charge
 * @param chargeKind INTEREST, FIXED_INDEMNITY or FEE; absent for an invoice
 * @param receivableClass that it has at the date
 * @param daysPastDue zero when it is not past due
 * @param amountDisputed the part that the customer contests; absent when none is
 * @param planDueDate the first day on which a part of it is due under a payment plan; absent without plan
 * @param planDaysPastDue of that day; zero when it is not past; absent without plan
 * @param limitationDate the last day to claim it in court; absent where no policy says how long, and for a late charge
 * @param factored the part that a factor may claim; absent when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenItem(String kind, @Nullable String invoiceId, @Nullable String invoiceNumber,
        @Nullable Integer instalment, @Nullable String chargeId, @Nullable String chargeKind,
        ReceivableClass receivableClass, LocalDate issueDate, LocalDate dueDate, Money amountDue, long daysPastDue,
        @Nullable Money amountDisputed,
        @Nullable LocalDate planDueDate, @Nullable Long planDaysPastDue, @Nullable LocalDate limitationDate,
        @Nullable Money factored) {

    OpenItem with(@Nullable Money disputed, @Nullable LocalDate planDate, LocalDate asAt) {
        return new OpenItem(kind, invoiceId, invoiceNumber, instalment, chargeId, chargeKind, receivableClass,
                issueDate,
                dueDate, amountDue, daysPastDue, disputed, planDate,
                planDate == null ? null : Math.max(0, ChronoUnit.DAYS.between(planDate, asAt)), limitationDate,
                factored);
    }

    /** The same, with the last day to claim it in court and the part that a factor may claim. */
    OpenItem with(@Nullable LocalDate limitationDate, @Nullable Money factored) {
        return new OpenItem(kind, invoiceId, invoiceNumber, instalment, chargeId, chargeKind, receivableClass,
                issueDate,
                dueDate, amountDue, daysPastDue, amountDisputed, planDueDate, planDaysPastDue, limitationDate,
                factored);
    }
}
