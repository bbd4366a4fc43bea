package io.receivables.command.invoice.approvewriteoff;

import static io.receivables.command.testing.Fixtures.CONTROLLER;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.WRITE_OFF;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.writeOffRejected;
import static io.receivables.command.testing.Fixtures.writeOffRequested;
import static io.receivables.command.testing.Fixtures.writtenOffAtOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.testing.StreamFixture;
import io.receivables.platform.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class RejectWriteOffTest {
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void anUnknownOneIsRefused() {
        invoice.given(issued("100.00"))
                .when(it -> it.rejectWriteOff(WRITE_OFF, CONTROLLER, null, day("02-05")))
                .refused(ProblemCode.WRITE_OFF_NOT_FOUND);
    }

    @Test
    void whatCountsAlreadyIsNotRejected() {
        invoice.given(issued("100.00"), writtenOffAtOnce("100.00", "02-01", "100.00"))
                .when(it -> it.rejectWriteOff(WRITE_OFF, CONTROLLER, null, day("02-05")))
                .refused(ProblemCode.WRITE_OFF_NOT_PENDING, "APPROVED");
    }

    @Test
    void aRejectedOneIsNotRejectedAgain() {
        invoice.given(issued("100.00"), writeOffRequested("02-01", "100.00"), writeOffRejected("02-05"))
                .when(it -> it.rejectWriteOff(WRITE_OFF, CONTROLLER, null, day("02-05")))
                .refused(ProblemCode.WRITE_OFF_NOT_PENDING, "REJECTED");
    }

    @Test
    void nothingMovesByIt() {
        invoice.given(issued("100.00"), writeOffRequested("02-01", "100.00"))
                .when(it -> it.rejectWriteOff(WRITE_OFF, CONTROLLER, REASON, day("02-05")))
                .then(writeOffRejected("02-05"))
                .shows(it -> assertThat(it.resource(day("02-05"), 3).amountDue()).isEqualTo(eur("100.00")))
                .shows(it -> assertThat(it.writeOffResource(WRITE_OFF, 3).rejectedBy()).isEqualTo(CONTROLLER));
    }
}
