package io.receivables.query.customeraccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim that is not settled.
 *
 * @param kind INVOICE: the principal of an instalment; CHARGE: a late charge
 * @param invoiceId absent for a late charge on the whole account
 * @param instalment absent for a late charge
 * @param chargeKind INTEREST, FIXED_INDEMNITY or FEE; absent for an invoice
 * @param daysPastDue zero when it is not past due
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenItem(String kind, @Nullable String invoiceId, @Nullable String invoiceNumber,
        @Nullable Integer instalment, @Nullable String chargeId, @Nullable String chargeKind, LocalDate issueDate,
        LocalDate dueDate, Money amountDue, long daysPastDue) {}
