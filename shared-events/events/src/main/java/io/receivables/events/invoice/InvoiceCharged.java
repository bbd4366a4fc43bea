package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A late charge was claimed because the invoice is late. The twin of {@code LateChargeClaimed}, which alone counts in the
 * books; this one tells the invoice, so that nothing is claimed twice.
 */
@Revision("1")
public record InvoiceCharged(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity, ChargeId chargeId,
        ChargeKind kind, Money amount, LocalDate effectiveDate) implements InvoiceEvent {}
