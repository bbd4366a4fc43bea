package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A credit limit holds within its dates, before those that were set earlier.
 *
 * @param approvedBy the second person; null when none was needed
 * @param policyVersion the version that tells who may set it; null where no policy was valid
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditLimitSet(AccountId accountId, LegalEntityId legalEntity, CreditLimitId creditLimitId,
        CreditLimit limit, String reason, String requestedBy, @Nullable String approvedBy,
        @Nullable Integer policyVersion,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
