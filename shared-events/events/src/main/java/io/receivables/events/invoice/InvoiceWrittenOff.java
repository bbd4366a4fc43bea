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
 */
@Revision("1")
public record InvoiceWrittenOff(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        WriteOffId writeOffId, List<InstalmentAmount> parts, String reason, boolean taxRelief, List<Evidence> evidence,
        String requestedBy, @Nullable String approvedBy, Money limit, @Nullable Integer policyVersion,
        LocalDate effectiveDate) implements InvoiceEvent {}
