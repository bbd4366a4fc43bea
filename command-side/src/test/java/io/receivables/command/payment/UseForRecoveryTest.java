package io.receivables.command.payment;

import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.RECOVERY;
import static io.receivables.command.testing.Fixtures.allocated;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.paymentReversed;
import static io.receivables.command.testing.Fixtures.received;
import static io.receivables.command.testing.Fixtures.receivedUnidentified;
import static io.receivables.command.testing.Fixtures.useForRecoveryReversed;
import static io.receivables.command.testing.Fixtures.usedForRecovery;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.payment.Payment;
import io.receivables.command.testing.StreamFixture;
import io.receivables.platform.problem.ProblemCode;
import org.junit.jupiter.api.Test;

/** The payment's half of a recovery. */
class UseForRecoveryTest {
    private final StreamFixture<Payment> payment = StreamFixture.of(Payment.class, "payment/P1");

    @Test
    void moreThanIsUnallocatedIsRefused() {
        payment.given(received("100.00"), allocated("A1", "60.00", "01-20"))
                .when(it -> it.useForRecovery(RECOVERY, issued("500.00"), eur("40.01"), day("01-25")))
                .refused(ProblemCode.ALLOCATION_EXCEEDS_UNALLOCATED, "40.01 EUR", "40.00 EUR");
    }

    @Test
    void anUnidentifiedPaymentIsNotUsed() {
        payment.given(receivedUnidentified("100.00"))
                .when(it -> it.useForRecovery(RECOVERY, issued("500.00"), eur("1.00"), day("01-25")))
                .refused(ProblemCode.PAYMENT_UNIDENTIFIED);
    }

    @Test
    void aReversedPaymentIsNotUsed() {
        payment.given(received("100.00"), paymentReversed("100.00", "01-25"))
                .when(it -> it.useForRecovery(RECOVERY, issued("500.00"), eur("1.00"), day("01-25")))
                .refused(ProblemCode.PAYMENT_REVERSED);
    }

    @Test
    void aDateBeforeTheReceiptIsRefused() {
        payment.given(received("100.00"))
                .when(it -> it.useForRecovery(RECOVERY, issued("500.00"), eur("1.00"), day("01-19")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-20");
    }

    @Test
    void theCashIsUsed() {
        payment.given(received("100.00"))
                .when(it -> it.useForRecovery(RECOVERY, issued("500.00"), eur("30.00"), day("01-25")))
                .then(usedForRecovery("30.00", "01-25"))
                .shows(it -> assertThat(it.resource(null, 2).unallocatedAmount()).isEqualTo(eur("70.00")))
                .shows(it -> assertThat(it.resource(null, 2).allocatedAmount()).isEqualTo(eur("30.00")));
    }

    @Test
    void theCashIsUnallocatedAgain() {
        payment.given(received("100.00"), usedForRecovery("30.00", "01-25"))
                .when(it -> it.reverseUseForRecovery(RECOVERY, REASON, day("02-01")))
                .then(useForRecoveryReversed("30.00", "02-01"))
                .shows(it -> assertThat(it.resource(null, 3).unallocatedAmount()).isEqualTo(eur("100.00")));
    }
}
