package io.receivables.command.payment.reverse;

import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.allocated;
import static io.receivables.command.testing.Fixtures.allocationReversed;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.paymentReversed;
import static io.receivables.command.testing.Fixtures.received;
import static io.receivables.command.testing.Fixtures.refundApproved;
import static io.receivables.command.testing.Fixtures.refundPaidOut;
import static io.receivables.command.testing.Fixtures.refundRejected;
import static io.receivables.command.testing.Fixtures.refundRequested;
import static io.receivables.command.testing.Fixtures.refundReturned;
import static io.receivables.command.testing.Fixtures.useForRecoveryReversed;
import static io.receivables.command.testing.Fixtures.usedForRecovery;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.payment.Payment;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.allocation.CreditSource;
import io.receivables.platform.problem.ProblemCode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReversePaymentTest {
    private final StreamFixture<Payment> payment = StreamFixture.of(Payment.class, "payment/P1");

    @Test
    void aReversedPaymentIsNotReversedAgain() {
        payment.given(received("100.00"), paymentReversed("100.00", "01-25"))
                .when(it -> it.reverse(REASON, day("01-25")))
                .refused(ProblemCode.PAYMENT_REVERSED);
    }

    @Test
    void aDateBeforeTheReceiptIsRefused() {
        payment.given(received("100.00"))
                .when(it -> it.reverse(REASON, day("01-19")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-20");
    }

    @Test
    void aPendingRefundHoldsIt() {
        refunded(refundRequested(SOURCE, "10.00", "01-25"));
    }

    @Test
    void anApprovedRefundHoldsIt() {
        refunded(refundRequested(SOURCE, "10.00", "01-25"), refundApproved(SOURCE, "10.00", "01-26"));
    }

    @Test
    void aPaidRefundHoldsIt() {
        refunded(refundRequested(SOURCE, "10.00", "01-25"), refundApproved(SOURCE, "10.00", "01-26"),
                refundPaidOut(SOURCE, "10.00", "01-27"));
    }

    @Test
    void aRejectedRefundDoesNot() {
        payment.given(received("100.00"), refundRequested(SOURCE, "10.00", "01-25"),
                refundRejected(SOURCE, "10.00", "01-26"))
                .when(it -> it.reverse(REASON, day("02-01")))
                .then(paymentReversed("100.00", "02-01"));
    }

    @Test
    void aReturnedRefundGivesTheFirstPossibleDate() {
        payment.given(received("100.00"), refundRequested(SOURCE, "10.00", "01-25"),
                refundApproved(SOURCE, "10.00", "01-26"), refundPaidOut(SOURCE, "10.00", "01-27"),
                refundReturned(SOURCE, "10.00", "02-03"))
                .when(it -> it.reverse(REASON, day("02-01")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "first possible date: 2026-02-03");
    }

    @Test
    void aRecoveryHoldsIt() {
        payment.given(received("100.00"), usedForRecovery("10.00", "01-25"))
                .when(it -> it.reverse(REASON, day("02-01")))
                .refused(ProblemCode.PAYMENT_USED_FOR_RECOVERY, "10.00 EUR");
    }

    @Test
    void aReversedRecoveryDoesNot() {
        payment.given(received("100.00"), usedForRecovery("10.00", "01-25"), useForRecoveryReversed("10.00", "01-28"))
                .when(it -> it.reverse(REASON, day("02-01")))
                .then(paymentReversed("100.00", "02-01"));
    }

    @Test
    void eachAllocationFallsAtTheLaterOfTheTwoDates() {
        payment.given(received("100.00"), allocated("A1", "60.00", "01-20"), allocated("A2", "40.00", "02-10"))
                .when(it -> it.reverse(REASON, day("02-01")))
                .then(allocationReversed("A1", "60.00", "02-01"), allocationReversed("A2", "40.00", "02-10"),
                        paymentReversed("100.00", "02-01"))
                .shows(it -> assertThat(it.resource(null, 6).unallocatedAmount()).isEqualTo(eur("0.00")));
    }

    private static final CreditSource SOURCE = CreditSource.of(PAYMENT);

    private void refunded(Object... refund) {
        var facts = Stream.concat(Stream.of(received("100.00")), Arrays.stream(refund)).toArray();
        payment.given(facts)
                .when(it -> it.reverse(REASON, day("02-01")))
                .refused(ProblemCode.PAYMENT_REFUNDED, "10.00 EUR");
    }
}
