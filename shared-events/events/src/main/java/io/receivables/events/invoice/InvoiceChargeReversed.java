package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A late charge of the invoice was reversed. The twin of {@code LateChargeReversed}.
 *
 * @param recalculated whether what it was for may be claimed again
 */
@Revision("1")
public record InvoiceChargeReversed(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        ChargeId chargeId, ChargeKind kind, Money amount, String reason, boolean recalculated,
        LocalDate effectiveDate) implements InvoiceEvent {}
