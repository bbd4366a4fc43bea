package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The invoice is reminded of again from this date on. */
@Revision("1")
public record InvoiceDunningBlockReleased(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        DunningBlockId blockId, String reason, LocalDate effectiveDate) implements InvoiceEvent {}
