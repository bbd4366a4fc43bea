package io.receivables.command.invoice.approvewriteoff;

import static io.receivables.command.testing.Fixtures.CLERK;
import static io.receivables.command.testing.Fixtures.CONTROLLER;
import static io.receivables.command.testing.Fixtures.WRITE_OFF;
import static io.receivables.command.testing.Fixtures.approver;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.invoiceCancelled;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.settled;
import static io.receivables.command.testing.Fixtures.writeOffRejected;
import static io.receivables.command.testing.Fixtures.writeOffRequested;
import static io.receivables.command.testing.Fixtures.writeOffReversed;
import static io.receivables.command.testing.Fixtures.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.platform.problem.ProblemCode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApproveWriteOffTest {
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void whoAskedDoesNotApprove() {
        invoice.given(issued("100.00"), writeOffRequested("02-01", "100.00"))
                .when(it -> it.approveWriteOff(WRITE_OFF, approver(CLERK), day("02-05")))
                .refused(ProblemCode.APPROVER_IS_REQUESTER, CLERK);
    }

    @Test
    void anUnknownOneIsRefused() {
        invoice.given(issued("100.00"))
                .when(it -> it.approveWriteOff(new WriteOffId("W9"), approver(CONTROLLER), day("02-05")))
                .refused(ProblemCode.WRITE_OFF_NOT_FOUND, "W9");
    }

    @Test
    void lessBeingOpenByThenIsRefused() {
        invoice.given(issued("100.00"), writeOffRequested("02-01", "100.00"), settled("0.01", "02-10"))
                .when(it -> it.approveWriteOff(WRITE_OFF, approver(CONTROLLER), day("02-05")))
                .refused(ProblemCode.LESS_IS_OPEN, "100.00 EUR", "99.99 EUR");
    }

    @Test
    void whatOneInstalmentLacksAnotherDoesNotLend() {
        invoice.given(issued("60.00", "40.00"), writeOffRequested("02-01", "60.00"), settled("10.00", "02-10"))
                .when(it -> it.approveWriteOff(WRITE_OFF, approver(CONTROLLER), day("02-05")))
                .refused(ProblemCode.LESS_IS_OPEN, "instalment 1", "50.00 EUR");
    }

    @Test
    void aCancelledInvoiceIsNotWrittenOff() {
        invoice.given(issued("100.00"), writeOffRequested("02-01", "100.00"), invoiceCancelled("100.00", "02-10"))
                .when(it -> it.approveWriteOff(WRITE_OFF, approver(CONTROLLER), day("02-05")))
                .refused(ProblemCode.INVOICE_CANCELLED);
    }

    @Test
    void anApprovedOneIsNotApprovedAgain() {
        notPending(writtenOff("02-01", "100.00"));
    }

    @Test
    void aRejectedOneIsNotApproved() {
        notPending(writeOffRejected("02-05"));
    }

    @Test
    void aReversedOneIsNotApproved() {
        notPending(writtenOff("02-01", "100.00"), writeOffReversed("02-05", "100.00"));
    }

    @Test
    void itCountsFromTheDateThatWasAskedFor() {
        invoice.given(issued("60.00", "40.00"), writeOffRequested("02-01", "60.00", "40.00"))
                .when(it -> it.approveWriteOff(WRITE_OFF, approver(CONTROLLER), day("02-05")))
                .then(writtenOff("02-01", "60.00", "40.00"))
                .shows(it -> assertThat(it.resource(day("02-01"), 3).amountDue()).isEqualTo(eur("0.00")))
                .shows(it -> assertThat(it.writeOffResource(WRITE_OFF, 3).approvedBy()).isEqualTo(CONTROLLER));
    }

    private void notPending(Object... after) {
        var facts = Stream.concat(Stream.of(issued("100.00"), writeOffRequested("02-01", "100.00")),
                Arrays.stream(after)).toArray();
        invoice.given(facts)
                .when(it -> it.approveWriteOff(WRITE_OFF, approver(CONTROLLER), day("02-05")))
                .refused(ProblemCode.WRITE_OFF_NOT_PENDING);
    }
}
