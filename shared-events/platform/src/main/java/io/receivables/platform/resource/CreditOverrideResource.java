package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A permission to exceed a credit limit or to invoice in spite of a hold, up to an amount. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditOverrideResource(CreditOverrideId creditOverrideId, AccountId accountId, Status status,
        Money amount,
        LocalDate validUntil, String reason, String requestedBy, @Nullable String approvedBy,
        @Nullable String rejectedBy, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    /** PENDING: a second person has to approve it. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED
    }

    @Override
    public CreditOverrideResource at(long at) {
        return new CreditOverrideResource(creditOverrideId, accountId, status, amount, validUntil, reason, requestedBy,
                approvedBy, rejectedBy, effectiveDate, version, at);
    }
}
