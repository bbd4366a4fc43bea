package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of an account's credit limit.
 *
 * @param limit null: without limit
 * @param validTo the last day; null: until another one is set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditLimitResource(CreditLimitId creditLimitId, AccountId accountId, Status status,
        @Nullable Money limit, LocalDate validFrom, @Nullable LocalDate validTo, String reason, String requestedBy,
        @Nullable String approvedBy, @Nullable String rejectedBy, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    /** PENDING: a second person has to approve it. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED
    }

    @Override
    public CreditLimitResource at(long at) {
        return new CreditLimitResource(creditLimitId, accountId, status, limit, validFrom, validTo, reason, requestedBy,
                approvedBy, rejectedBy, effectiveDate, version, at);
    }
}
