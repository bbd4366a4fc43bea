package io.receivables.command.payment.receive;

import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.payment.Payment;
import io.receivables.command.testing.StreamFixture;
import org.junit.jupiter.api.Test;

class ReceivePaymentTest {
    private final StreamFixture<Payment> payment = StreamFixture.of(Payment.class, "payment/P1");

    @Test
    void aPaymentBeginsItsStream() {
        payment.begins(() -> Payment.receive(received("100.00"))).then(received("100.00"));
    }

    @Test
    void allOfItIsUnallocated() {
        payment.given(received("100.00"))
                .when(_ -> {})
                .shows(it -> assertThat(it.resource(null, 1).unallocatedAmount()).isEqualTo(eur("100.00")));
    }
}
