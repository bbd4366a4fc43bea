package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else answers a dispute, or by another day.
 *
 * @param owner null when nobody is named
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeReassigned(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        DisputeId disputeId, @Nullable String owner, LocalDate deadline, String reason,
        LocalDate effectiveDate) implements InvoiceEvent {}
