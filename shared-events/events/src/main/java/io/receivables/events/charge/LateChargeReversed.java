package io.receivables.events.charge;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The charge is not owed any more: it was waived, or is claimed anew because a fact of the past became known.
 *
 * @param invoiceId the invoice that was late; null for a charge on the whole account
 * @param recalculated whether a run has reversed it because it would come out otherwise now; else somebody gave it up, and
 * what it was for is not claimed again
 */
@Revision("1")
public record LateChargeReversed(ChargeId chargeId, AccountId accountId, LegalEntityId legalEntity,
        @Nullable InvoiceId invoiceId, ChargeKind kind, Money amount, String reason,
        boolean recalculated, LocalDate effectiveDate) implements LateChargeEvent {}
