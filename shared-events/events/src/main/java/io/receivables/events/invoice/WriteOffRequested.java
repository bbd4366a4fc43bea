package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to give up an amount that is above what the policy lets one person decide. Nothing moves yet.
 *
 * @param limit what could have been written off without approval
 * @param policyVersion the version that set the limit; null where no policy was valid, and the limit is zero
 */
@Revision("1")
public record WriteOffRequested(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        WriteOffId writeOffId, List<InstalmentAmount> parts, String reason, boolean taxRelief, List<Evidence> evidence,
        String requestedBy, Money limit, @Nullable Integer policyVersion,
        LocalDate effectiveDate) implements InvoiceEvent {}
