package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A write-off was taken back: the amount is owed again from this date on.
 *
 * @param relief the tax that it had taken back, and that is due again with it; null when there was none
 */
@Revision("1")
public record WriteOffReversed(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        WriteOffId writeOffId, List<InstalmentAmount> parts, String reason, LocalDate effectiveDate,
        @Nullable TaxRelief relief) implements InvoiceEvent {

    /** One without tax. */
    public WriteOffReversed(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity, WriteOffId writeOffId,
            List<InstalmentAmount> parts, String reason, LocalDate effectiveDate) {
        this(invoiceId, accountId, legalEntity, writeOffId, parts, reason, effectiveDate, null);
    }
}
