package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The cash is unapplied again. Counts in the books. */
@Revision("1")
public record PaymentHeldForFactorReversed(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        FactorDebtId debtId, FactoringId factoringId, Money amount, String reason,
        LocalDate effectiveDate) implements PaymentEvent {}
