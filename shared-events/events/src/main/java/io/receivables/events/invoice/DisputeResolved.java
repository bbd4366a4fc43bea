package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A dispute ends: nothing of its amount is contested any more from this date on.
 *
 * @param amount what the dispute was about
 * @param creditNoteId the credit note that grants it; null when none was named
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeResolved(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        DisputeId disputeId, Money amount, DisputeOutcome outcome, String reason, @Nullable CreditNoteId creditNoteId,
        LocalDate effectiveDate) implements InvoiceEvent {}
