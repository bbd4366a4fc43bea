package io.receivables.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoInvoiceTest {

    @Test
    void theFileIsWhatItsNoticeSays() throws Exception {
        var invoices = DemoInvoice.all();
        assertThat(invoices).hasSize(2_466)
                .contains(new DemoInvoice("0379-NEVHP", "0000611365",
                        LocalDate.of(2013, 1, 2), LocalDate.of(2013, 2, 1), "55.94", LocalDate.of(2013, 1, 15)));
        assertThat(invoices.stream().map(DemoInvoice::customer).distinct()).hasSize(100);
        assertThat(invoices.stream().map(DemoInvoice::number).distinct()).hasSize(2_466);
        assertThat(invoices.stream().map(invoice -> new BigDecimal(invoice.amount())).reduce(BigDecimal::add))
                .contains(new BigDecimal("147703.18"));
    }
}
