package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/** A write-off was taken back: the amount is owed again from this date on. */
@Revision("1")
public record WriteOffReversed(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        WriteOffId writeOffId, List<InstalmentAmount> parts, String reason,
        LocalDate effectiveDate) implements InvoiceEvent {}
