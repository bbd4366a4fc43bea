package io.receivables.command.invoice.doubtful;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ALLOCATION;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.invoiceCancelled;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.part;
import static io.receivables.command.testing.Fixtures.settled;
import static io.receivables.command.testing.Fixtures.settlementReversed;
import static io.receivables.command.testing.Fixtures.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.DoubtfulReleased;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Doubtful is a word about an invoice, not a settlement: the amount stays owed and keeps its age. */
class DoubtfulInvoiceTest {

    private static final DoubtfulId ID = new DoubtfulId("D1");
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void moreThanIsOpenIsRefused() {
        invoice.given(issued("100.00"), settled("30.00", "01-20"))
                .when(it -> it.markDoubtful(ID, eur("70.01"), REASON, day("02-01")))
                .refused(ProblemCode.DOUBTFUL_EXCEEDS_OPEN, "70.01 EUR", "70.00 EUR", "2026-02-01");
    }

    @Test
    void whatIsMarkedIsNotMarkedAgain() {
        invoice.given(issued("100.00"), marked("60.00", "02-01"))
                .when(it -> it.markDoubtful(new DoubtfulId("D2"), eur("40.01"), REASON, day("02-02")))
                .refused(ProblemCode.DOUBTFUL_EXCEEDS_OPEN, "40.00 EUR");
        invoice.given(issued("100.00"), marked("100.00", "02-01"))
                .when(it -> it.markDoubtful(new DoubtfulId("D2"), null, REASON, day("02-02")))
                .refused(ProblemCode.DOUBTFUL_EXCEEDS_OPEN, "0.00 EUR");
    }

    @Test
    void nothingAndAnotherCurrencyAreRefused() {
        invoice.given(issued("100.00"))
                .when(it -> it.markDoubtful(ID, eur("0.00"), REASON, day("02-01")))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE);
        invoice.given(issued("100.00"))
                .when(it -> it.markDoubtful(ID, Money.of("1.00", "USD"), REASON, day("02-01")))
                .refused(ProblemCode.CURRENCY_MISMATCH);
    }

    @Test
    void aDateBeforeTheIssueIsRefused() {
        invoice.given(issued("100.00"))
                .when(it -> it.markDoubtful(ID, null, REASON, day("01-01").minusDays(1)))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE);
    }

    @Test
    void aPaidOrCancelledInvoiceIsNotDoubtful() {
        invoice.given(issued("100.00"), settled("100.00", "01-20"))
                .when(it -> it.markDoubtful(ID, null, REASON, day("02-01")))
                .refused(ProblemCode.DOUBTFUL_EXCEEDS_OPEN);
        invoice.given(issued("100.00"), invoiceCancelled("100.00", "01-10"))
                .when(it -> it.markDoubtful(ID, null, REASON, day("02-01")))
                .refused(ProblemCode.INVOICE_CANCELLED);
    }

    @Test
    void withoutAmountAllThatIsOpenIsMarked() {
        invoice.given(issued("60.00", "40.00"), settled("20.00", "01-20"))
                .when(it -> it.markDoubtful(ID, null, REASON, day("02-01")))
                .then(marked("80.00", "02-01"))
                .shows(it -> assertThat(it.resource(day("01-31"), 3).amountDoubtful()).isEqualTo(eur("0.00")))
                .shows(it -> assertThat(it.resource(day("02-01"), 3).amountDoubtful()).isEqualTo(eur("80.00")))
                .shows(it -> assertThat(it.resource(day("02-01"), 3).amountDue()).isEqualTo(eur("80.00")));
    }

    @Test
    void itFallsWithWhatSettlesAndRisesWhenThatIsTakenBack() {
        invoice.given(issued("100.00"), marked("100.00", "02-01"), settled("30.00", "02-10"))
                .when(it -> it.reverseSettlement(ALLOCATION,
                        CreditSource.of(PAYMENT),
                        List.of(part(1, "30.00")), REASON,
                        day("02-20")))
                .then(settlementReversed("30.00", "02-20"))
                .shows(it -> assertThat(it.resource(day("02-10"), 4).amountDoubtful()).isEqualTo(eur("70.00")))
                .shows(it -> assertThat(it.resource(day("02-20"), 4).amountDoubtful()).isEqualTo(eur("100.00")));
    }

    @Test
    void whatIsWrittenOffIsNotDoubtfulAnyMore() {
        invoice.given(issued("100.00"), marked("100.00", "02-01"), writtenOff("03-01", "100.00"))
                .when(it -> it.releaseDoubtful(ID, REASON, day("03-02")))
                .then(released("100.00", "03-02"))
                .shows(it -> assertThat(it.resource(day("02-28"), 4).amountDoubtful()).isEqualTo(eur("100.00")))
                .shows(it -> assertThat(it.resource(day("03-01"), 4).amountDoubtful()).isEqualTo(eur("0.00")));
    }

    @Test
    void anUnknownMarkAndOneThatWasReleasedAreRefused() {
        invoice.given(issued("100.00"))
                .when(it -> it.releaseDoubtful(ID, REASON, day("02-10")))
                .refused(ProblemCode.DOUBTFUL_NOT_FOUND, "D1");
        invoice.given(issued("100.00"), marked("100.00", "02-01"), released("100.00", "02-10"))
                .when(it -> it.releaseDoubtful(ID, REASON, day("02-11")))
                .refused(ProblemCode.DOUBTFUL_ALREADY_RELEASED, "2026-02-10");
        invoice.given(issued("100.00"), marked("100.00", "02-01"))
                .when(it -> it.releaseDoubtful(ID, REASON, day("01-31")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-01");
    }

    private static InvoiceMarkedDoubtful marked(String amount, String date) {
        return new InvoiceMarkedDoubtful(INVOICE, ACCOUNT, ENTITY, ID, eur(amount), REASON, day(date));
    }

    private static DoubtfulReleased released(String amount, String date) {
        return new DoubtfulReleased(INVOICE, ACCOUNT, ENTITY, ID, eur(amount), REASON, day(date));
    }
}
