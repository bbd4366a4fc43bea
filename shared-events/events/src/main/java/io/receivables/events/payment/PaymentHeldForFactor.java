package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Unapplied cash of the payment settles what is the factor's alone: it is owed to the factor. Counts in the books. */
@Revision("1")
public record PaymentHeldForFactor(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        FactorDebtId debtId, FactoringId factoringId, Money amount, LocalDate effectiveDate) implements PaymentEvent {}
