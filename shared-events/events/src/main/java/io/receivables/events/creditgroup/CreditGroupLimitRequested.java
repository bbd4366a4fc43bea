package io.receivables.events.creditgroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for a limit of a group that is above what the policy lets one person set. Nothing changes yet. The first one begins
 * the group.
 *
 * @param currency of the group and of every account in it; it never changes
 * @param approvalAbove what could have been set without approval
 * @param policyVersion the version that says so
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditGroupLimitRequested(CreditGroupId creditGroupId, LegalEntityId legalEntity, Currency currency,
        CreditLimitId creditLimitId, CreditLimit limit, String reason, String requestedBy, Money approvalAbove,
        @Nullable Integer policyVersion, LocalDate effectiveDate) implements CreditGroupEvent {}
