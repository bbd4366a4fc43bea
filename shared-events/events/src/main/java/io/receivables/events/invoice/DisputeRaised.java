package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The customer contests a part of the invoice. It stays owed and keeps its age; what counts as disputed is never more than
 * what is open.
 *
 * @param instalment the one that is contested; null for any part of the invoice
 * @param reason in the customer's words; may name people
 * @param owner the team or function that must answer; null while nobody is named
 * @param deadline the last day for an answer
 * @param policyVersion the version that gave the deadline; null when the request did, or no policy was valid
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeRaised(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        DisputeId disputeId, Money amount, @Nullable Integer instalment, DisputeCategory category, String reason,
        @Nullable String owner, LocalDate deadline, @Nullable Integer policyVersion,
        LocalDate effectiveDate) implements InvoiceEvent {}
