package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/** An interruption counts as if it had never been, from this day on: the claim in court was dismissed or withdrawn. */
@Revision("1")
public record LimitationInterruptionVoided(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        LimitationInterruptionId interruptionId, List<Integer> instalments, String reason,
        LocalDate effectiveDate) implements InvoiceEvent {}
