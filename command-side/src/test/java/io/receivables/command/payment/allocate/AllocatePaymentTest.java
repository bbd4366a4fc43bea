package io.receivables.command.payment.allocate;

import static io.receivables.command.testing.Fixtures.ALLOCATION;
import static io.receivables.command.testing.Fixtures.TARGET;
import static io.receivables.command.testing.Fixtures.allocated;
import static io.receivables.command.testing.Fixtures.allocationReversed;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.identified;
import static io.receivables.command.testing.Fixtures.part;
import static io.receivables.command.testing.Fixtures.paymentReversed;
import static io.receivables.command.testing.Fixtures.received;
import static io.receivables.command.testing.Fixtures.receivedUnidentified;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.payment.Payment;
import io.receivables.command.testing.StreamFixture;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The payment's half of an allocation. */
class AllocatePaymentTest {
    private final StreamFixture<Payment> payment = StreamFixture.of(Payment.class, "payment/P1");

    @Test
    void moreThanIsUnallocatedIsRefused() {
        payment.given(received("100.00"), allocated("A0", "60.00", "01-20"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "40.01")), day("01-20")))
                .refused(ProblemCode.ALLOCATION_EXCEEDS_UNALLOCATED, "40.01 EUR", "40.00 EUR");
    }

    @Test
    void aDateBeforeTheReceiptIsRefused() {
        payment.given(received("100.00"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "1.00")), day("01-19")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-20");
    }

    @Test
    void aDateBeforeTheIdentificationIsRefused() {
        payment.given(receivedUnidentified("100.00"), identified("100.00", "01-25"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "1.00")), day("01-24")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-25");
    }

    @Test
    void cashThatComesBackLaterIsNotThereEarlier() {
        payment.given(received("100.00"), allocated("A0", "100.00", "01-20"),
                allocationReversed("A0", "100.00", "02-01"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "1.00")), day("01-31")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "first possible date: 2026-02-01");
    }

    @Test
    void anUnidentifiedPaymentIsNotAllocated() {
        payment.given(receivedUnidentified("100.00"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "1.00")), day("01-20")))
                .refused(ProblemCode.PAYMENT_UNIDENTIFIED);
    }

    @Test
    void aReversedPaymentIsNotAllocated() {
        payment.given(received("100.00"), paymentReversed("100.00", "01-25"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "1.00")), day("01-25")))
                .refused(ProblemCode.PAYMENT_REVERSED);
    }

    @Test
    void cashLeavesWhatIsUnallocated() {
        payment.given(received("100.00"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "60.00")), day("01-20")))
                .then(allocated("A1", "60.00", "01-20"))
                .shows(it -> assertThat(it.resource(null, 2).unallocatedAmount()).isEqualTo(eur("40.00")))
                .shows(it -> assertThat(it.resource(null, 2).allocatedAmount()).isEqualTo(eur("60.00")));
    }
}
