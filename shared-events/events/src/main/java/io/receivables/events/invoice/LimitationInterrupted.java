package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The limitation of the claim starts anew from this day.
 *
 * @param instalments those that had not lapsed
 * @param cause the action in court or the insolvency procedure that it comes from; null for what stands by itself
 */
@Revision("1")
public record LimitationInterrupted(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        LimitationInterruptionId interruptionId, LimitationInterruptionKind kind, List<Integer> instalments,
        @Nullable String cause, String reason, LocalDate effectiveDate) implements InvoiceEvent {}
