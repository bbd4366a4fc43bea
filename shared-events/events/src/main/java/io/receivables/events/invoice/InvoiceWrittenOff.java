package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An amount is given up as a definitive loss.
 *
 * @param approvedBy the second person; null when the amount is within the limit
 * @param policyVersion the version that set the limit; null where no policy was valid
 * @param relief the tax that it takes back; null when none was asked for, or the invoice tells of none
 * @param approvers everybody who agreed, where more than one had to; else null
 */
@Revision("1")
public record InvoiceWrittenOff(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        WriteOffId writeOffId, List<InstalmentAmount> parts, String reason, boolean taxRelief, List<Evidence> evidence,
        String requestedBy, @Nullable String approvedBy, Money limit, @Nullable Integer policyVersion,
        LocalDate effectiveDate, @Nullable TaxRelief relief,
        @Nullable List<String> approvers) implements InvoiceEvent {

    /** Without tax to take back. */
    public InvoiceWrittenOff(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity, WriteOffId writeOffId,
            List<InstalmentAmount> parts, String reason, boolean taxRelief, List<Evidence> evidence, String requestedBy,
            @Nullable String approvedBy, Money limit, @Nullable Integer policyVersion, LocalDate effectiveDate) {
        this(invoiceId, accountId, legalEntity, writeOffId, parts, reason, taxRelief, evidence, requestedBy, approvedBy,
                limit, policyVersion, effectiveDate, null, null);
    }
}
