package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.charge.ChargeCalculation;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A late charge: a claim of its own.
 *
 * @param receivableClass that of its invoice at the date of the claim
 * @param amountDue what of it is open; zero when it is reversed
 * @param calculation how the amount came about; absent when somebody gave it
 * @param replaces the charge in whose place it was claimed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LateChargeResource(ChargeId chargeId, @Nullable InvoiceId invoiceId, AccountId accountId,
        LegalEntityId legalEntity, ReceivableClass receivableClass, ChargeKind kind, Money amount, Money amountDue,
        LocalDate dueDate, boolean reversed,
        @Nullable LocalDate reversedDate, @Nullable Integer policyVersion, @Nullable ChargeCalculation calculation,
        @Nullable ChargeId replaces, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    public static LateChargeResource of(LateChargeClaimed claimed, Money amountDue, @Nullable LocalDate reversedDate,
            long version, @Nullable Long position) {
        return new LateChargeResource(claimed.chargeId(), claimed.invoiceId(), claimed.accountId(),
                claimed.legalEntity(), claimed.receivableClass(), claimed.kind(), claimed.amount(), amountDue,
                claimed.dueDate(),
                reversedDate != null, reversedDate, claimed.policyVersion(), claimed.calculation(),
                claimed.replaces(), claimed.effectiveDate(), version, position);
    }

    @Override
    public LateChargeResource at(long position) {
        return new LateChargeResource(chargeId, invoiceId, accountId, legalEntity, receivableClass, kind, amount,
                amountDue,
                dueDate,
                reversed, reversedDate, policyVersion, calculation, replaces, effectiveDate, version, position);
    }
}
