package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** It became known who paid: the whole amount moves from the unidentified cash to the account. */
@Revision("1")
public record PaymentIdentified(PaymentId paymentId, AccountId accountId, LegalEntityId legalEntity,
        Money amount, LocalDate effectiveDate) implements PaymentEvent {}
