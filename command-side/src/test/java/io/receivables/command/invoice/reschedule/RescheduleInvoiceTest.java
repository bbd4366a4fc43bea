package io.receivables.command.invoice.reschedule;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ALLOCATION;
import static io.receivables.command.testing.Fixtures.CONTROLLER;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.WRITE_OFF;
import static io.receivables.command.testing.Fixtures.approver;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.invoiceCancelled;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.part;
import static io.receivables.command.testing.Fixtures.settled;
import static io.receivables.command.testing.Fixtures.writeOffRequested;
import static io.receivables.command.testing.Fixtures.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.invoice.NewInstalment;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.resource.InvoiceResource.InstalmentResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instalments fall due on 2026-01-31 and 2026-02-28. */
class RescheduleInvoiceTest {
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void newInstalmentsThatAreNotWhatIsOpenAreRefused() {
        invoice.given(issued("60.00", "40.00"), settled("25.00", "01-20"))
                .when(it -> it.reschedule(List.of(due("05-31", "74.99")), REASON, day("02-10")))
                .refused(ProblemCode.INSTALMENTS_DO_NOT_ADD_UP, "74.99 EUR", "75.00 EUR");
    }

    @Test
    void whatIsPaidLaterIsNotOpen() {
        invoice.given(issued("60.00"), settled("25.00", "02-20"))
                .when(it -> it.reschedule(List.of(due("05-31", "60.00")), REASON, day("02-10")))
                .refused(ProblemCode.INSTALMENTS_DO_NOT_ADD_UP, "60.00 EUR", "35.00 EUR");
    }

    @Test
    void aDueDateBeforeTheAgreementIsRefused() {
        invoice.given(issued("60.00"))
                .when(it -> it.reschedule(List.of(due("02-09", "60.00")), REASON, day("02-10")))
                .refused(ProblemCode.DUE_BEFORE_RESCHEDULE, "2026-02-09", "2026-02-10");
    }

    @Test
    void anInstalmentOfNothingIsRefused() {
        invoice.given(issued("60.00"))
                .when(it -> it.reschedule(List.of(due("05-31", "60.00"), due("06-30", "0.00")), REASON, day("02-10")))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE, "0.00 EUR");
    }

    @Test
    void aSettledInvoiceHasNothingToReschedule() {
        invoice.given(issued("60.00"), settled("60.00", "01-20"))
                .when(it -> it.reschedule(List.of(due("05-31", "60.00")), REASON, day("02-10")))
                .refused(ProblemCode.NOTHING_TO_RESCHEDULE, "2026-02-10");
    }

    @Test
    void aWrittenOffInvoiceHasNothingToReschedule() {
        invoice.given(issued("60.00"), writtenOff("02-01", "60.00"))
                .when(it -> it.reschedule(List.of(due("05-31", "60.00")), REASON, day("02-10")))
                .refused(ProblemCode.NOTHING_TO_RESCHEDULE, "2026-02-10");
    }

    @Test
    void aCancelledInvoiceIsRefused() {
        invoice.given(issued("60.00"), invoiceCancelled("60.00", "02-01"))
                .when(it -> it.reschedule(List.of(due("05-31", "60.00")), REASON, day("02-10")))
                .refused(ProblemCode.INVOICE_CANCELLED);
    }

    @Test
    void aDateBeforeTheInvoiceIsRefused() {
        invoice.given(issued("60.00"))
                .when(it -> it.reschedule(List.of(due("05-31", "60.00")), REASON, day("01-01").minusDays(1)))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-01");
    }

    @Test
    void whatIsOpenMovesToNumbersThatContinueTheCount() {
        invoice.given(issued("60.00", "40.00"), settled("25.00", "01-20"))
                .when(it -> it.reschedule(List.of(due("05-31", "50.00"), due("06-30", "25.00")), REASON, day("02-10")))
                .then(rescheduled())
                .shows(it -> {
                    var resource = it.resource(day("06-10"), 3);
                    assertThat(resource.amountDue()).isEqualTo(eur("75.00"));
                    assertThat(resource.instalments()).containsExactly(
                            new InstalmentResource(1, day("01-31"), eur("60.00"), eur("0.00"), 0, eur("35.00")),
                            new InstalmentResource(2, day("02-28"), eur("40.00"), eur("0.00"), 0, eur("40.00")),
                            new InstalmentResource(3, day("05-31"), eur("50.00"), eur("50.00"), 10, null),
                            new InstalmentResource(4, day("06-30"), eur("25.00"), eur("25.00"), 0, null));
                });
    }

    @Test
    void moneyAfterAnEarlierNewDueDateIsLate() {
        invoice.given(issued("60.00"))
                .when(it -> it.reschedule(List.of(due("01-10", "60.00")), REASON, day("01-05")))
                .shows(it -> {
                    assertThat(it.isLateFor(day("01-10"))).isFalse();
                    assertThat(it.isLateFor(day("01-11"))).isTrue();
                });
    }

    @Test
    void whatMovedCanMoveAgain() {
        invoice.given(issued("60.00", "40.00"), settled("25.00", "01-20"), rescheduled())
                .when(it -> it.reschedule(List.of(due("08-31", "75.00")), REASON, day("03-10")))
                .then(new InvoiceRescheduled(INVOICE, ACCOUNT, ENTITY, day("01-01"), ReceivableClass.TRADE,
                        List.of(moved(3, "50.00"), moved(4, "25.00")),
                        List.of(new Instalment(5, day("08-31"), eur("75.00"))), REASON, day("03-10")));
    }

    @Test
    void aPaymentSettlesTheNewInstalments() {
        invoice.given(issued("60.00", "40.00"), settled("25.00", "01-20"), rescheduled())
                .when(it -> it.settle(ALLOCATION, CreditSource.of(PAYMENT), List.of(part(3, "50.00")), day("03-01")))
                .shows(it -> {
                    assertThat(it.resource(day("03-01"), 4).amountDue()).isEqualTo(eur("25.00"));
                });
    }

    @Test
    void whatComesBackComesBackUnderItsNumber() {
        invoice.given(issued("60.00", "40.00"), settled("25.00", "01-20"), rescheduled())
                .when(it -> it.reverseSettlement(ALLOCATION, CreditSource.of(PAYMENT), List.of(part(1, "25.00")),
                        REASON, day("03-01")))
                .shows(it -> {
                    var first = it.resource(day("03-01"), 4).instalments().getFirst();
                    assertThat(first.amountDue()).isEqualTo(eur("25.00"));
                    assertThat(first.daysPastDue()).isEqualTo(29);
                });
    }

    @Test
    void aRescheduledInvoiceIsCancelledInItsNewParts() {
        var moved = new InvoiceRescheduled(INVOICE, ACCOUNT, ENTITY, day("01-01"), ReceivableClass.TRADE,
                List.of(moved(1, "60.00")), List.of(new Instalment(2, day("05-31"), eur("60.00"))), REASON,
                day("02-10"));
        invoice.given(issued("60.00"), moved)
                .when(it -> it.cancel(REASON, day("02-09")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-10");
        StreamFixture.of(Invoice.class, "invoice/INV-1")
                .given(issued("60.00"), moved)
                .when(it -> it.cancel(REASON, day("02-10")))
                .then(new InvoiceCancelled(INVOICE, ACCOUNT, ENTITY, List.of(moved(2, "60.00")), REASON,
                        day("02-10")));
    }

    @Test
    void aPendingWriteOffOfAPartThatMovedFindsLessOpen() {
        invoice.given(issued("60.00"), writeOffRequested("02-05", "60.00"),
                new InvoiceRescheduled(INVOICE, ACCOUNT, ENTITY, day("01-01"), ReceivableClass.TRADE,
                        List.of(moved(1, "60.00")), List.of(new Instalment(2, day("05-31"), eur("60.00"))), REASON,
                        day("02-10")))
                .when(it -> it.approveWriteOff(WRITE_OFF, approver(CONTROLLER), day("02-15")))
                .refused(ProblemCode.LESS_IS_OPEN, "60.00 EUR", "0.00 EUR");
    }

    private static InvoiceRescheduled rescheduled() {
        return new InvoiceRescheduled(INVOICE, ACCOUNT, ENTITY, day("01-01"), ReceivableClass.TRADE,
                List.of(moved(1, "35.00"), moved(2, "40.00")),
                List.of(new Instalment(3, day("05-31"), eur("50.00")), new Instalment(4, day("06-30"), eur("25.00"))),
                REASON, day("02-10"));
    }

    private static InstalmentAmount moved(int instalment, String amount) {
        return new InstalmentAmount(instalment, eur(amount));
    }

    private static NewInstalment due(String date, String amount) {
        return new NewInstalment(day(date), eur(amount));
    }
}
