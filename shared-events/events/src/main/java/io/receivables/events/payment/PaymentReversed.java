package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The money did not stay: a returned debit, a bounced cheque. Its allocations are reversed by facts of their own
 * before this one.
 *
 * @param accountId null when the payment was never identified
 */
@Revision("1")
public record PaymentReversed(PaymentId paymentId, @Nullable AccountId accountId, LegalEntityId legalEntity,
        Money amount, String reason, LocalDate effectiveDate) implements PaymentEvent {}
