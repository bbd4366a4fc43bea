package io.receivables.events.payment;

import io.receivables.events.AccountEntry;

/** What happened to a payment. Its refunds are {@code RefundEvent}s, its write-offs {@code CreditWriteOffEvent}s. */
public sealed interface PaymentEvent extends AccountEntry
        permits
        PaymentReceived,
        PaymentIdentified,
        PaymentAllocated,
        PaymentAllocationReversed,
        PaymentReversed,
        PaymentUsedForRecovery,
        PaymentUseForRecoveryReversed,
        PaymentTransferred,
        PaymentTransferReversed,
        ReceivedTransferReversed,
        SmallDifferenceTaken,
        SmallDifferenceGivenBack,
        PaymentHeldForFactor,
        PaymentHeldForFactorReversed {

    PaymentId paymentId();
}
