package io.receivables.events.factoring;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The debtor has paid us what it owed to the factor: we owe the cash to the factor (467). The payment's own fact moves the
 * account.
 *
 * @param debtId that of the allocation, or of the cash that is held
 */
@Revision("1")
public record FactorDebtIncurred(FactoringId factoringId, AccountId accountId, LegalEntityId legalEntity,
        FactorId factor, boolean derecognised, FactorDebtId debtId, PaymentId paymentId, List<ClaimItem> items,
        LocalDate effectiveDate) implements FactoringEvent {}
