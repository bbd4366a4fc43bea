package io.receivables.events.charge;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The customer owes a late charge: a claim of its own, due on its effective date. The invoice's principal stays as it is.
 * Outside of value added tax.
 *
 * @param invoiceId the invoice that is late; null for a charge on the whole account
 * @param policyVersion of the credit policy that was valid at the effective date; null when no policy had a say
 * @param calculation how the amount came about; null when somebody gave it
 * @param replaces the charge that was reversed because a fact of the past became known; null for a first claim
 */
@Revision("1")
public record LateChargeClaimed(ChargeId chargeId, AccountId accountId, LegalEntityId legalEntity,
        @Nullable InvoiceId invoiceId, ReceivableClass receivableClass, ChargeKind kind, Money amount,
        @Nullable Integer policyVersion, @Nullable ChargeCalculation calculation, @Nullable ChargeId replaces,
        LocalDate effectiveDate) implements LateChargeEvent {

    /** When it is due: at once. */
    public LocalDate dueDate() {
        return effectiveDate;
    }
}
