package io.receivables.command.invoice.recover;

import static io.receivables.command.testing.Fixtures.RECOVERY;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.recovered;
import static io.receivables.command.testing.Fixtures.writeOffRequested;
import static io.receivables.command.testing.Fixtures.writeOffReversed;
import static io.receivables.command.testing.Fixtures.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class RecoverWrittenOffAmountTest {
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void anInvoiceWithoutWriteOffRecoversNothing() {
        invoice.given(issued("100.00"))
                .when(it -> it.recover(RECOVERY, eur("1.00"), null, null, day("03-01")))
                .refused(ProblemCode.NOTHING_WRITTEN_OFF);
    }

    @Test
    void aPendingWriteOffIsNone() {
        invoice.given(issued("100.00"), writeOffRequested("02-01", "100.00"))
                .when(it -> it.recover(RECOVERY, eur("1.00"), null, null, day("03-01")))
                .refused(ProblemCode.NOTHING_WRITTEN_OFF);
    }

    @Test
    void aReversedWriteOffIsNone() {
        invoice.given(issued("100.00"), writtenOff("02-01", "100.00"), writeOffReversed("02-10", "100.00"))
                .when(it -> it.recover(RECOVERY, eur("1.00"), null, null, day("03-01")))
                .refused(ProblemCode.NOTHING_WRITTEN_OFF);
    }

    @Test
    void moreThanWasWrittenOffIsRefused() {
        refused("50.01", "03-01", ProblemCode.RECOVERY_EXCEEDS_WRITTEN_OFF, "50.01 EUR", "50.00 EUR");
    }

    @Test
    void whatWasRecoveredCountsAgainstIt() {
        invoice.given(issued("100.00"), writtenOff("02-01", "50.00"), recovered("30.00", "03-01"))
                .when(it -> it.recover(new RecoveryId("R2"), eur("20.01"), null, null, day("03-01")))
                .refused(ProblemCode.RECOVERY_EXCEEDS_WRITTEN_OFF, "20.01 EUR", "20.00 EUR");
    }

    @Test
    void aDateBeforeTheWriteOffIsRefused() {
        refused("50.00", "01-31", ProblemCode.NOT_AVAILABLE_AT_DATE, "first possible date: 2026-02-01");
    }

    @Test
    void nothingIsRefused() {
        refused("0.00", "03-01", ProblemCode.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void anotherCurrencyIsRefused() {
        invoice.given(issued("100.00"), writtenOff("02-01", "50.00"))
                .when(it -> it.recover(RECOVERY, Money.of("1.00", "USD"), null, null, day("03-01")))
                .refused(ProblemCode.CURRENCY_MISMATCH);
    }

    @Test
    void theInvoiceIsNotOpenedAgain() {
        invoice.given(issued("100.00"), writtenOff("02-01", "100.00"))
                .when(it -> it.recover(RECOVERY, eur("40.00"), null, null, day("03-01")))
                .then(recovered("40.00", "03-01"))
                .shows(it -> assertThat(it.resource(day("03-01"), 3).amountDue()).isEqualTo(eur("0.00")))
                .shows(it -> assertThat(it.resource(day("03-01"), 3).amountWrittenOff()).isEqualTo(eur("100.00")))
                .shows(it -> assertThat(it.resource(day("03-01"), 3).amountRecovered()).isEqualTo(eur("40.00")))
                .shows(it -> assertThat(it.resource(day("02-28"), 3).amountRecovered()).isEqualTo(eur("0.00")));
    }

    private void refused(String amount, String date, ProblemCode code, String... numbers) {
        invoice.given(issued("100.00"), writtenOff("02-01", "50.00"))
                .when(it -> it.recover(RECOVERY, eur(amount), null, null, day(date)))
                .refused(code, numbers);
    }
}
