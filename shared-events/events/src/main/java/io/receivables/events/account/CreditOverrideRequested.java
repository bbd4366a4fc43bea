package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for permission to exceed the credit limit, or to invoice in spite of a hold.
 *
 * @param validUntil the last day on which it may be used
 * @param limit what could be permitted without a second person
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditOverrideRequested(AccountId accountId, LegalEntityId legalEntity, CreditOverrideId creditOverrideId,
        Money amount, LocalDate validUntil, String reason, String requestedBy, Money limit,
        @Nullable Integer policyVersion,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
