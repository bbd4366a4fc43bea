package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.invoice.Evidence;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.TaxRelief;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A write-off of an invoice. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WriteOffResource(WriteOffId writeOffId, InvoiceId invoiceId, AccountId accountId, Money amount,
        Status status, String reason, boolean taxRelief, @Nullable TaxRelief relief, List<Evidence> evidence,
        String requestedBy, @Nullable ApprovalProgress approval, @Nullable String approvedBy,
        @Nullable String rejectedBy, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    /** REVERSED: the amount is owed again. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        REVERSED
    }

    @Override
    public WriteOffResource at(long position) {
        return new WriteOffResource(writeOffId, invoiceId, accountId, amount, status, reason, taxRelief, relief,
                evidence,
                requestedBy, approval, approvedBy, rejectedBy, effectiveDate, version, position);
    }
}
