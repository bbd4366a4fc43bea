package io.receivables.command.invoice.writeoff;

import static io.receivables.command.testing.Fixtures.CLERK;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.WRITE_OFF;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.invoiceCancelled;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.limit;
import static io.receivables.command.testing.Fixtures.noLimit;
import static io.receivables.command.testing.Fixtures.settled;
import static io.receivables.command.testing.Fixtures.settlementReversed;
import static io.receivables.command.testing.Fixtures.writeOffRequested;
import static io.receivables.command.testing.Fixtures.writtenOff;
import static io.receivables.command.testing.Fixtures.writtenOffAtOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.invoice.WriteOffClaim;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.money.Money;
import io.receivables.events.policy.WriteOffRules;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.resource.InvoiceStatus;
import io.receivables.platform.resource.WriteOffResource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WriteOffInvoiceTest {
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void moreThanIsOpenIsRefused() {
        refused(claim("100.01", "02-01"), ProblemCode.WRITE_OFF_EXCEEDS_OPEN, "100.01 EUR", "100.00 EUR");
    }

    @Test
    void nothingIsRefused() {
        refused(claim("0.00", "02-01"), ProblemCode.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void anotherCurrencyIsRefused() {
        refused(new WriteOffClaim(WRITE_OFF, Money.of("1.00", "USD"), null, REASON, false, null, List.of(),
                day("02-01")),
                ProblemCode.CURRENCY_MISMATCH);
    }

    @Test
    void anUnknownInstalmentIsRefused() {
        refused(new WriteOffClaim(WRITE_OFF, null, 2, REASON, false, null, List.of(), day("02-01")),
                ProblemCode.INSTALMENT_UNKNOWN);
    }

    @Test
    void aDateBeforeTheIssueIsRefused() {
        refused(new WriteOffClaim(WRITE_OFF, null, null, REASON, false, null, List.of(), day("01-01").minusDays(1)),
                ProblemCode.NOT_AVAILABLE_AT_DATE);
    }

    @Test
    void aPaidInvoiceHasNothingToWriteOff() {
        invoice.given(issued("100.00"), settled("100.00", "01-20"))
                .when(it -> it.writeOff(claim(null, "02-01"), noLimit(), WriteOffRules.NONE, CLERK))
                .refused(ProblemCode.WRITE_OFF_EXCEEDS_OPEN, "nothing is open");
    }

    @Test
    void whatLaterCashTookIsNotThereEarlier() {
        invoice.given(issued("100.00"), settled("80.00", "03-01"), settlementReversed("80.00", "04-01"))
                .when(it -> it.writeOff(claim("50.00", "02-01"), noLimit(), WriteOffRules.NONE, CLERK))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "first possible date: 2026-04-01");
    }

    @Test
    void aCancelledInvoiceIsNotWrittenOff() {
        invoice.given(issued("100.00"), invoiceCancelled("100.00", "01-10"))
                .when(it -> it.writeOff(claim(null, "02-01"), noLimit(), WriteOffRules.NONE, CLERK))
                .refused(ProblemCode.INVOICE_CANCELLED);
    }

    @Test
    void withinTheLimitItCountsAtOnce() {
        invoice.given(issued("100.00"))
                .when(it -> it.writeOff(claim("50.00", "02-01"), limit("50.00"), WriteOffRules.NONE, CLERK))
                .then(writtenOffAtOnce("50.00", "02-01", "50.00"))
                .shows(it -> assertThat(it.resource(day("02-01"), 2).amountWrittenOff()).isEqualTo(eur("50.00")))
                .shows(it -> assertThat(it.resource(day("01-31"), 2).amountWrittenOff()).isEqualTo(eur("0.00")));
    }

    @Test
    void aboveTheLimitItWaitsAndMovesNothing() {
        invoice.given(issued("100.00"))
                .when(it -> it.writeOff(claim("50.00", "02-01"), noLimit(), WriteOffRules.NONE, CLERK))
                .then(writeOffRequested("02-01", "50.00"))
                .shows(it -> assertThat(it.resource(day("02-01"), 2).amountDue()).isEqualTo(eur("100.00")))
                .shows(it -> assertThat(it.writeOffResource(WRITE_OFF, 2).status())
                        .isEqualTo(WriteOffResource.Status.PENDING));
    }

    @Test
    void withoutAmountAllThatIsOpenGoesOldestDueFirst() {
        invoice.given(issued("60.00", "40.00"), settled("20.00", "01-20"))
                .when(it -> it.writeOff(claim(null, "03-01"), limit("80.00"), WriteOffRules.NONE, CLERK))
                .then(writtenOffAtOnce("80.00", "03-01", "40.00", "40.00"))
                .shows(it -> assertThat(it.resource(day("03-01"), 3).status()).isEqualTo(InvoiceStatus.WRITTEN_OFF));
    }

    @Test
    void aWrittenOffInvoiceIsNotWrittenOffAgain() {
        invoice.given(issued("100.00"), writtenOff("02-01", "100.00"))
                .when(it -> it.writeOff(claim("1.00", "02-01"), limit("50.00"), WriteOffRules.NONE, CLERK))
                .refused(ProblemCode.WRITE_OFF_EXCEEDS_OPEN, "0.00 EUR");
    }

    private void refused(WriteOffClaim claim, ProblemCode code, String... numbers) {
        invoice.given(issued("100.00"))
                .when(it -> it.writeOff(claim, noLimit(), WriteOffRules.NONE, CLERK))
                .refused(code, numbers);
    }

    private static WriteOffClaim claim(@Nullable String amount, String date) {
        return new WriteOffClaim(WRITE_OFF, amount == null ? null : eur(amount), null, REASON, false, null, List.of(),
                day(date));
    }
}
