package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for a credit limit that is above what the policy lets one person set. Nothing changes yet.
 *
 * @param approvalAbove what could have been set without approval
 * @param policyVersion the version that says so
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditLimitRequested(AccountId accountId, LegalEntityId legalEntity, CreditLimitId creditLimitId,
        CreditLimit limit, String reason, String requestedBy, Money approvalAbove, @Nullable Integer policyVersion,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
