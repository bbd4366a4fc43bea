package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Invoices that name it may exceed the limit, together up to the amount.
 *
 * @param approvedBy the second person; null when the amount is within the limit of one
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditOverrideApproved(AccountId accountId, LegalEntityId legalEntity, CreditOverrideId creditOverrideId,
        Money amount, LocalDate validUntil, @Nullable String approvedBy,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
