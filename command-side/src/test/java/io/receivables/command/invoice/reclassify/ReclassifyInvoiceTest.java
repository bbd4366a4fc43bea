package io.receivables.command.invoice.reclassify;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.invoiceCancelled;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.invoice.InvoiceReclassified;
import io.receivables.platform.problem.ProblemCode;
import org.junit.jupiter.api.Test;

/** The invoice is a trade receivable of 2026-01-01. */
class ReclassifyInvoiceTest {

    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void theClassThatItHasIsRefused() {
        invoice.given(issued("60.00"))
                .when(it -> it.reclassify(ReceivableClass.TRADE, REASON, day("02-10")))
                .refused(ProblemCode.RECEIVABLE_CLASS_UNCHANGED, "TRADE", "2026-02-10");
    }

    @Test
    void aChangeBeforeTheLastOneIsRefused() {
        invoice.given(issued("60.00"), changed(ReceivableClass.TRADE, ReceivableClass.OTHER, "02-10"))
                .when(it -> it.reclassify(ReceivableClass.NON_TRADE, REASON, day("02-09")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-09", "2026-02-10");
    }

    @Test
    void aDateBeforeTheInvoiceIsRefused() {
        invoice.given(issued("60.00"))
                .when(it -> it.reclassify(ReceivableClass.OTHER, REASON, day("01-01").minusDays(1)))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-01");
    }

    @Test
    void aCancelledInvoiceIsRefused() {
        invoice.given(issued("60.00"), invoiceCancelled("60.00", "02-01"))
                .when(it -> it.reclassify(ReceivableClass.OTHER, REASON, day("02-10")))
                .refused(ProblemCode.INVOICE_CANCELLED);
    }

    @Test
    void theInvoiceIsOfTheClassFromTheDateOn() {
        invoice.given(issued("60.00"), settled("60.00", "01-20"))
                .when(it -> it.reclassify(ReceivableClass.OTHER, REASON, day("02-10")))
                .then(changed(ReceivableClass.TRADE, ReceivableClass.OTHER, "02-10"))
                .shows(it -> {
                    assertThat(it.resource(day("02-09"), 3).receivableClass()).isEqualTo(ReceivableClass.TRADE);
                    assertThat(it.resource(day("02-10"), 3).receivableClass()).isEqualTo(ReceivableClass.OTHER);
                    assertThat(it.issuedAsAt(day("02-10")).receivableClass()).isEqualTo(ReceivableClass.OTHER);
                });
    }

    @Test
    void itMayChangeBackOnTheSameDay() {
        invoice.given(issued("60.00"), changed(ReceivableClass.TRADE, ReceivableClass.OTHER, "02-10"))
                .when(it -> it.reclassify(ReceivableClass.TRADE, REASON, day("02-10")))
                .then(changed(ReceivableClass.OTHER, ReceivableClass.TRADE, "02-10"));
    }

    private static InvoiceReclassified changed(ReceivableClass from, ReceivableClass to, String date) {
        return new InvoiceReclassified(INVOICE, ACCOUNT, ENTITY, from, to, REASON, day(date));
    }
}
