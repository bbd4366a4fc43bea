package io.receivables.command.invoice.cancel;

import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.invoiceCancelled;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.settled;
import static io.receivables.command.testing.Fixtures.settlementReversed;
import static io.receivables.command.testing.Fixtures.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.testing.StreamFixture;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.resource.InvoiceStatus;
import org.junit.jupiter.api.Test;

class CancelInvoiceTest {
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void anInvoiceWithMoneyOnItCannotBeCancelled() {
        invoice.given(issued("100.00"), settled("30.00", "01-20"))
                .when(it -> it.cancel(REASON, day("02-01")))
                .refused(ProblemCode.HAS_ALLOCATIONS, "70.00 EUR");
    }

    @Test
    void aWrittenOffInvoiceCannotBeCancelled() {
        invoice.given(issued("100.00"), writtenOff("02-01", "10.00"))
                .when(it -> it.cancel(REASON, day("02-01")))
                .refused(ProblemCode.HAS_ALLOCATIONS, "90.00 EUR");
    }

    @Test
    void aCancelledInvoiceIsNotCancelledAgain() {
        invoice.given(issued("100.00"), invoiceCancelled("100.00", "01-10"))
                .when(it -> it.cancel(REASON, day("01-10")))
                .refused(ProblemCode.INVOICE_CANCELLED);
    }

    @Test
    void aDateBeforeTheIssueIsRefused() {
        invoice.given(issued("100.00"))
                .when(it -> it.cancel(REASON, day("01-01").minusDays(1)))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-01");
    }

    @Test
    void moneyThatWasThereInBetweenMovesTheFirstPossibleDate() {
        invoice.given(issued("100.00"), settled("30.00", "01-20"), settlementReversed("30.00", "02-05"))
                .when(it -> it.cancel(REASON, day("01-10")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "first possible date: 2026-02-05");
    }

    @Test
    void anUntouchedInvoiceIsCancelledWhole() {
        invoice.given(issued("100.00"))
                .when(it -> it.cancel(REASON, day("01-10")))
                .then(invoiceCancelled("100.00", "01-10"))
                .shows(it -> assertThat(it.resource(day("01-10"), 2).status()).isEqualTo(InvoiceStatus.CANCELLED));
    }
}
