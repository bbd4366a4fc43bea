package io.receivables.command.payment.reverse;

import static io.receivables.command.testing.Fixtures.ALLOCATION;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.allocated;
import static io.receivables.command.testing.Fixtures.allocationReversed;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.paymentReversed;
import static io.receivables.command.testing.Fixtures.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.payment.Payment;
import io.receivables.command.testing.StreamFixture;
import io.receivables.platform.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class ReversePaymentAllocationTest {
    private final StreamFixture<Payment> payment = StreamFixture.of(Payment.class, "payment/P1");

    @Test
    void anUnknownAllocationIsRefused() {
        payment.given(received("100.00"))
                .when(it -> it.reverseAllocation(ALLOCATION, REASON, day("02-01")))
                .refused(ProblemCode.ALLOCATION_NOT_FOUND, "A1");
    }

    @Test
    void aReversedOneIsNotReversedAgain() {
        payment.given(received("100.00"), allocated("A1", "60.00", "01-20"), allocationReversed("A1", "60.00", "02-01"))
                .when(it -> it.reverseAllocation(ALLOCATION, REASON, day("02-01")))
                .refused(ProblemCode.ALLOCATION_ALREADY_REVERSED, "2026-02-01");
    }

    @Test
    void aDateBeforeTheAllocationIsRefused() {
        payment.given(received("100.00"), allocated("A1", "60.00", "01-25"))
                .when(it -> it.reverseAllocation(ALLOCATION, REASON, day("01-24")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-25");
    }

    @Test
    void aReversedPaymentHasNoneToReverse() {
        payment.given(received("100.00"), allocated("A1", "60.00", "01-20"), allocationReversed("A1", "60.00", "02-01"),
                paymentReversed("100.00", "02-01"))
                .when(it -> it.reverseAllocation(ALLOCATION, REASON, day("02-01")))
                .refused(ProblemCode.PAYMENT_REVERSED);
    }

    @Test
    void theCashIsUnallocatedAgain() {
        payment.given(received("100.00"), allocated("A1", "60.00", "01-20"))
                .when(it -> it.reverseAllocation(ALLOCATION, REASON, day("02-01")))
                .then(allocationReversed("A1", "60.00", "02-01"))
                .shows(it -> assertThat(it.resource(null, 3).unallocatedAmount()).isEqualTo(eur("100.00")));
    }
}
