package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A credit that is kept as income; just one of {@code paymentId} and {@code creditNoteId} is there.
 *
 * @param lapsesOn the first day on which the customer can no longer claim it; null where the policy names no period
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditWriteOffResource(CreditWriteOffId creditWriteOffId, @Nullable String paymentId,
        @Nullable String creditNoteId, AccountId accountId, Money amount, Status status, String reason,
        String requestedBy, @Nullable ApprovalProgress approval, @Nullable String approvedBy,
        @Nullable String rejectedBy, @Nullable LocalDate lapsesOn, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    /** REVERSED: the customer claimed it, and it is unapplied again. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        REVERSED
    }

    @Override
    public CreditWriteOffResource at(long position) {
        return new CreditWriteOffResource(creditWriteOffId, paymentId, creditNoteId, accountId, amount, status, reason,
                requestedBy, approval, approvedBy, rejectedBy, lapsesOn, effectiveDate, version, position);
    }
}
