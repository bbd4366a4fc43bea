package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.RequiredApproval;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to give up an amount that is above what the policy lets one person decide. Nothing moves yet.
 *
 * @param limit what could have been written off without approval
 * @param policyVersion the version that set the limit; null where no policy was valid, and the limit is zero
 * @param relief the tax that it would take back; null when none was asked for, or the invoice tells of none
 * @param required who must agree; null means one controller
 */
@Revision("1")
public record WriteOffRequested(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        WriteOffId writeOffId, List<InstalmentAmount> parts, String reason, boolean taxRelief, List<Evidence> evidence,
        String requestedBy, Money limit, @Nullable Integer policyVersion, LocalDate effectiveDate,
        @Nullable TaxRelief relief, @Nullable RequiredApproval required) implements InvoiceEvent {

    /** Without tax to take back, and for one controller to approve. */
    public WriteOffRequested(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity, WriteOffId writeOffId,
            List<InstalmentAmount> parts, String reason, boolean taxRelief, List<Evidence> evidence, String requestedBy,
            Money limit, @Nullable Integer policyVersion, LocalDate effectiveDate) {
        this(invoiceId, accountId, legalEntity, writeOffId, parts, reason, taxRelief, evidence, requestedBy, limit,
                policyVersion, effectiveDate, null, null);
    }
}
