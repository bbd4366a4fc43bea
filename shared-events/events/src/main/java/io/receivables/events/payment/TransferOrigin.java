package io.receivables.events.payment;

import io.receivables.events.account.AccountId;
import java.time.LocalDate;

/**
 * Where the cash of a payment comes from that was transferred from another account.
 *
 * @param paymentId the payment that gave it away
 * @param effectiveDate from when on it is here
 */
public record TransferOrigin(PaymentId paymentId, AccountId accountId, LocalDate effectiveDate) {}
