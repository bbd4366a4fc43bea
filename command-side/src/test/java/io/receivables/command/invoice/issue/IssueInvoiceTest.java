package io.receivables.command.invoice.issue;

import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.issued;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.testing.StreamFixture;
import io.receivables.platform.resource.InvoiceStatus;
import org.junit.jupiter.api.Test;

class IssueInvoiceTest {
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void anInvoiceBeginsItsStream() {
        invoice.begins(() -> Invoice.issue(issued("60.00", "40.00"))).then(issued("60.00", "40.00"));
    }

    @Test
    void allOfItIsOpen() {
        invoice.given(issued("60.00", "40.00")).when(_ -> {}).shows(it -> {
            var resource = it.resource(day("02-10"), 1);
            assertThat(resource.amountDue()).isEqualTo(eur("100.00"));
            assertThat(resource.status()).isEqualTo(InvoiceStatus.OPEN);
            assertThat(resource.overdue()).isTrue();
        });
    }
}
