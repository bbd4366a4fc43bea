package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The second person declined a requested write-off. */
@Revision("1")
public record WriteOffRejected(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        WriteOffId writeOffId, String rejectedBy, @Nullable String reason,
        LocalDate effectiveDate) implements InvoiceEvent {}
