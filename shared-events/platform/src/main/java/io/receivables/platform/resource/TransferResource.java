package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentTransferred;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Cash that a payment gave to another account. Reversed transfers stay listed.
 *
 * @param transferId the id of the payment that received it
 * @param accountId the account that received it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferResource(PaymentId transferId, AccountId accountId, Money amount, String reason,
        LocalDate effectiveDate, @Nullable LocalDate reversedDate) {

    public static TransferResource of(PaymentTransferred fact) {
        return new TransferResource(fact.toPaymentId(), fact.toAccountId(), fact.amount(), fact.reason(),
                fact.effectiveDate(), null);
    }

    public TransferResource reversed(LocalDate date) {
        return new TransferResource(transferId, accountId, amount, reason, effectiveDate, date);
    }
}
