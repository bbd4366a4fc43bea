package io.receivables.command.payment.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;

class AllocatePaymentApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CASH_APPLIER);

    @Test
    void anAllocationAboveWhatIsOpenIsRefusedWithTheNumbers() {
        var invoice = book.invoice("100.00");
        var payment = book.payment("500.00");
        var refused = allocate(payment, invoice, "100.01", "2026-01-20").expect(422, "ALLOCATION_EXCEEDS_OPEN");
        assertThat(refused.at("/detail")).contains("100.01 EUR", "100.00 EUR");
    }

    @Test
    void aPartPaymentLeavesTheRestOpen() {
        var invoice = book.invoice("100.00");
        var payment = book.payment("60.00");
        var answer = allocate(payment, invoice, "60.00", "2026-01-20").expect(201);
        assertThat(answer.at("/unallocatedAmount/amount")).isEqualTo("0.00");
        assertThat(answer.at("/allocationId")).isNotEmpty();
        assertThat(answer.body().at("/position").asLong()).isPositive();
        allocate(payment, invoice, "0.01", "2026-01-20").expect(422, "ALLOCATION_EXCEEDS_UNALLOCATED");
    }

    private Api.Answer allocate(String payment, String invoice, String amount, String date) {
        return api.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'%s'}"
                        .formatted(invoice, Book.eur(amount), date));
    }
}
