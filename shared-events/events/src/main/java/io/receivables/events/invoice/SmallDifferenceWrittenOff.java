package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The cents that an allocation left open were given up. No loss of a claim: it has a cap of its own and needs no second
 * person, and an invoice that it closes is paid.
 *
 * @param allocationId the allocation that left them; they are owed again when it is taken back
 * @param tolerance what may be given up in this way
 * @param policyVersion the version that sets the tolerance
 */
@Revision("1")
public record SmallDifferenceWrittenOff(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        AllocationId allocationId, List<InstalmentAmount> parts, Money tolerance, @Nullable Integer policyVersion,
        LocalDate effectiveDate) implements InvoiceEvent {}
