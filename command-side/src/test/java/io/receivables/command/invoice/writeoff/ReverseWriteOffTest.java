package io.receivables.command.invoice.writeoff;

import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.WRITE_OFF;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.recovered;
import static io.receivables.command.testing.Fixtures.recoveryReversed;
import static io.receivables.command.testing.Fixtures.writeOffRequested;
import static io.receivables.command.testing.Fixtures.writeOffReversed;
import static io.receivables.command.testing.Fixtures.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.testing.StreamFixture;
import io.receivables.platform.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class ReverseWriteOffTest {
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void anUnknownOneIsRefused() {
        invoice.given(issued("100.00"))
                .when(it -> it.reverseWriteOff(WRITE_OFF, REASON, day("03-01")))
                .refused(ProblemCode.WRITE_OFF_NOT_FOUND);
    }

    @Test
    void aPendingOneIsRefused() {
        invoice.given(issued("100.00"), writeOffRequested("02-01", "100.00"))
                .when(it -> it.reverseWriteOff(WRITE_OFF, REASON, day("03-01")))
                .refused(ProblemCode.WRITE_OFF_NOT_APPROVED, "PENDING");
    }

    @Test
    void aReversedOneIsNotReversedAgain() {
        invoice.given(issued("100.00"), writtenOff("02-01", "100.00"), writeOffReversed("03-01", "100.00"))
                .when(it -> it.reverseWriteOff(WRITE_OFF, REASON, day("03-01")))
                .refused(ProblemCode.WRITE_OFF_NOT_APPROVED, "REVERSED");
    }

    @Test
    void aDateBeforeTheWriteOffIsRefused() {
        invoice.given(issued("100.00"), writtenOff("02-01", "100.00"))
                .when(it -> it.reverseWriteOff(WRITE_OFF, REASON, day("01-31")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-01");
    }

    @Test
    void whatRecoveriesRestOnStays() {
        invoice.given(issued("100.00"), writtenOff("02-01", "100.00"), recovered("0.01", "03-01"))
                .when(it -> it.reverseWriteOff(WRITE_OFF, REASON, day("04-01")))
                .refused(ProblemCode.WRITE_OFF_RECOVERED, "100.00 EUR", "99.99 EUR");
    }

    @Test
    void aRecoveryThatIsReversedLaterStillRestsOnIt() {
        invoice.given(issued("100.00"), writtenOff("02-01", "100.00"), recovered("5.00", "03-01"),
                recoveryReversed("5.00", "05-01"))
                .when(it -> it.reverseWriteOff(WRITE_OFF, REASON, day("04-01")))
                .refused(ProblemCode.WRITE_OFF_RECOVERED, "95.00 EUR");
    }

    @Test
    void theAmountIsOwedAgainFromItsDateOn() {
        invoice.given(issued("100.00"), writtenOff("02-01", "100.00"))
                .when(it -> it.reverseWriteOff(WRITE_OFF, REASON, day("03-01")))
                .then(writeOffReversed("03-01", "100.00"))
                .shows(it -> assertThat(it.resource(day("03-01"), 3).amountDue()).isEqualTo(eur("100.00")))
                .shows(it -> assertThat(it.resource(day("02-28"), 3).amountWrittenOff()).isEqualTo(eur("100.00")));
    }
}
