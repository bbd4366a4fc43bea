package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Money came in. It is unapplied until it is allocated.
 *
 * @param accountId null while nobody knows who paid: such cash is in no account and in no aged balance
 * @param valueDate the day the bank counts it from, where it differs
 * @param opening set when the money was unapplied already at the cut-over to this book; null for money received in it
 * @param transferredFrom set when the money was transferred from another account: then this is the twin of
 *        {@code PaymentTransferred}, which alone counts in the books; null for money that came from outside
 */
@Revision("1")
public record PaymentReceived(PaymentId paymentId, @Nullable AccountId accountId, LegalEntityId legalEntity,
        Money amount, LocalDate receivedDate, @Nullable LocalDate valueDate, PaymentMethod method,
        @Nullable String reference, @Nullable Opening opening,
        @Nullable TransferOrigin transferredFrom) implements PaymentEvent {

    /** Money received in this book. */
    public PaymentReceived(PaymentId paymentId, @Nullable AccountId accountId, LegalEntityId legalEntity, Money amount,
            LocalDate receivedDate, @Nullable LocalDate valueDate, PaymentMethod method, @Nullable String reference) {
        this(paymentId, accountId, legalEntity, amount, receivedDate, valueDate, method, reference, null);
    }

    /** Money from outside. */
    public PaymentReceived(PaymentId paymentId, @Nullable AccountId accountId, LegalEntityId legalEntity, Money amount,
            LocalDate receivedDate, @Nullable LocalDate valueDate, PaymentMethod method, @Nullable String reference,
            @Nullable Opening opening) {
        this(paymentId, accountId, legalEntity, amount, receivedDate, valueDate, method, reference, opening, null);
    }

    @Override
    public LocalDate effectiveDate() {
        return transferredFrom == null
                ? Opening.effectiveDate(opening, receivedDate)
                : transferredFrom.effectiveDate();
    }
}
