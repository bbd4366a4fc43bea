package io.receivables.command.invoice.recover;

import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.RECOVERY;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.recovered;
import static io.receivables.command.testing.Fixtures.recoveryReversed;
import static io.receivables.command.testing.Fixtures.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.testing.StreamFixture;
import io.receivables.platform.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class ReverseRecoveryTest {
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void anUnknownOneIsRefused() {
        invoice.given(issued("100.00"), writtenOff("02-01", "50.00"))
                .when(it -> it.reverseRecovery(RECOVERY, REASON, day("04-01")))
                .refused(ProblemCode.RECOVERY_NOT_FOUND, "R1");
    }

    @Test
    void aReversedOneIsNotReversedAgain() {
        invoice.given(issued("100.00"), writtenOff("02-01", "50.00"), recovered("5.00", "03-01"),
                recoveryReversed("5.00", "04-01"))
                .when(it -> it.reverseRecovery(RECOVERY, REASON, day("04-01")))
                .refused(ProblemCode.RECOVERY_ALREADY_REVERSED, "2026-04-01");
    }

    @Test
    void aDateBeforeTheRecoveryIsRefused() {
        invoice.given(issued("100.00"), writtenOff("02-01", "50.00"), recovered("5.00", "03-01"))
                .when(it -> it.reverseRecovery(RECOVERY, REASON, day("02-28")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-03-01");
    }

    @Test
    void theAmountCanBeRecoveredAgain() {
        invoice.given(issued("100.00"), writtenOff("02-01", "50.00"), recovered("50.00", "03-01"))
                .when(it -> it.reverseRecovery(RECOVERY, REASON, day("04-01")))
                .then(recoveryReversed("50.00", "04-01"))
                .shows(it -> assertThat(it.resource(day("04-01"), 4).amountRecovered()).isEqualTo(eur("0.00")))
                .shows(it -> assertThat(it.recoveryResource(RECOVERY, 4).reversedDate()).isEqualTo(day("04-01")));
    }
}
