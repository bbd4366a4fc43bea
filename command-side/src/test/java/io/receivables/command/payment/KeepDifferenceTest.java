package io.receivables.command.payment;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ALLOCATION;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.allocated;
import static io.receivables.command.testing.Fixtures.allocationReversed;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.paymentReversed;
import static io.receivables.command.testing.Fixtures.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.policy.Tolerance;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.payment.SmallDifferenceGivenBack;
import io.receivables.events.payment.SmallDifferenceTaken;
import io.receivables.platform.problem.ProblemCode;
import org.junit.jupiter.api.Test;

/** The cents that an allocation leaves of a payment; policy version 3 tolerates 0.50. */
class KeepDifferenceTest {

    private static final Tolerance TOLERANCE = new Tolerance(eur("0.50"), 3);

    private final StreamFixture<Payment> payment = StreamFixture.of(Payment.class, "payment/P1");

    @Test
    void aReversedPaymentKeepsNothing() {
        payment.given(received("100.00"), paymentReversed("100.00", "01-25"))
                .when(it -> it.keepDifference(ALLOCATION, TOLERANCE, day("01-25")))
                .refused(ProblemCode.PAYMENT_REVERSED);
    }

    @Test
    void moreThanTheToleranceStaysUnapplied() {
        payment.given(received("100.51"), allocated("A1", "100.00", "01-20"))
                .when(it -> it.keepDifference(ALLOCATION, TOLERANCE, day("01-20")))
                .then();
    }

    @Test
    void centsAreKeptAndCountAsAllocated() {
        payment.given(received("100.50"), allocated("A1", "100.00", "01-20"))
                .when(it -> it.keepDifference(ALLOCATION, TOLERANCE, day("01-20")))
                .then(kept("01-20"))
                .shows(it -> assertThat(it.resource(null, 3).unallocatedAmount()).isEqualTo(eur("0.00")))
                .shows(it -> assertThat(it.resource(null, 3).allocatedAmount()).isEqualTo(eur("100.50")));
    }

    @Test
    void theyFallWithTheAllocationThatLeftThem() {
        payment.given(received("100.50"), allocated("A1", "100.00", "01-20"), kept("01-20"))
                .when(it -> it.reverseAllocation(ALLOCATION, REASON, day("01-25")))
                .then(allocationReversed("A1", "100.00", "01-25"), givenBack("01-25"))
                .shows(it -> assertThat(it.resource(null, 5).unallocatedAmount()).isEqualTo(eur("100.50")));
    }

    @Test
    void theyFallWithThePayment() {
        payment.given(received("100.50"), allocated("A1", "100.00", "01-20"), kept("01-28"))
                .when(it -> it.reverse(REASON, day("01-25")))
                .then(allocationReversed("A1", "100.00", "01-25"), givenBack("01-28"),
                        paymentReversed("100.50", "01-25"))
                .shows(it -> assertThat(it.resource(null, 6).unallocatedAmount()).isEqualTo(eur("0.00")));
    }

    private static SmallDifferenceTaken kept(String date) {
        return new SmallDifferenceTaken(PAYMENT, ACCOUNT, ENTITY, ALLOCATION, eur("0.50"), eur("0.50"), 3, day(date));
    }

    private static SmallDifferenceGivenBack givenBack(String date) {
        return new SmallDifferenceGivenBack(PAYMENT, ACCOUNT, ENTITY, ALLOCATION, eur("0.50"), REASON, day(date));
    }
}
