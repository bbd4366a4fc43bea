package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Money came in. It is unapplied until it is allocated.
 *
 * @param accountId null while nobody knows who paid: such cash is in no account and in no aged balance
 * @param valueDate the day the bank counts it from, where it differs
 */
@Revision("1")
public record PaymentReceived(PaymentId paymentId, @Nullable AccountId accountId, LegalEntityId legalEntity,
        Money amount, LocalDate receivedDate, @Nullable LocalDate valueDate, PaymentMethod method,
        @Nullable String reference) implements PaymentEvent {

    @Override
    public LocalDate effectiveDate() {
        return receivedDate;
    }
}
