package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.refund.RefundId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A refund of a payment or credit note; just one of {@code paymentId} and {@code creditNoteId} is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundResource(RefundId refundId, @Nullable String paymentId, @Nullable String creditNoteId,
        AccountId accountId, Money amount, Status status, String reason, String requestedBy,
        @Nullable ApprovalProgress approval, @Nullable String approvedBy, @Nullable String rejectedBy,
        LocalDate effectiveDate, @Nullable LocalDate paidDate, @Nullable String reference,
        long version, @Nullable Long position) implements Versioned {

    /** REVERSED: the bank returned what had been paid out. */
    public enum Status {
        PENDING,
        APPROVED,
        PAID,
        REJECTED,
        REVERSED
    }

    @Override
    public RefundResource at(long position) {
        return new RefundResource(refundId, paymentId, creditNoteId, accountId, amount, status, reason, requestedBy,
                approval, approvedBy, rejectedBy, effectiveDate, paidDate, reference, version, position);
    }
}
