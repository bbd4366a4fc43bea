package io.receivables.command.invoice.dispute;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.CREDIT_NOTE;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.invoiceCancelled;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.settled;
import static io.receivables.command.testing.Fixtures.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.DisputeClaim;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.resource.DisputeResource.Status;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A dispute is a word about an invoice, not a settlement: the amount stays owed. Answers are due by 2026-03-03. */
class DisputeTest {

    private static final DisputeId ID = new DisputeId("D1");
    private static final LocalDate DEADLINE = day("03-03");
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void moreThanIsOpenIsRefused() {
        invoice.given(issued("100.00"), settled("30.00", "01-20"))
                .when(it -> it.dispute(claim("70.01", null, "02-01"), DEADLINE, null))
                .refused(ProblemCode.DISPUTE_EXCEEDS_OPEN, "70.01 EUR", "70.00 EUR", "2026-02-01");
    }

    @Test
    void severalDisputesTogetherAreNeverMoreThanIsOpen() {
        invoice.given(issued("100.00"), raised("D0", "60.00", null, "02-01"))
                .when(it -> it.dispute(claim("40.01", null, "02-02"), DEADLINE, null))
                .refused(ProblemCode.DISPUTE_EXCEEDS_OPEN, "40.01 EUR", "40.00 EUR");
        invoice.given(issued("100.00"), raised("D0", "60.00", null, "02-01"))
                .when(it -> it.dispute(claim("40.00", null, "02-02"), DEADLINE, 3))
                .then(raised("D1", "40.00", null, "02-02", 3));
    }

    @Test
    void whatIsFreeOnlyLaterIsRefusedWithTheFirstPossibleDate() {
        invoice.given(issued("100.00"), raised("D0", "60.00", null, "02-01"), resolved("D0", "60.00", "02-10"))
                .when(it -> it.dispute(claim("50.00", null, "02-05"), DEADLINE, null))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "50.00 EUR", "40.00 EUR",
                        "first possible date: 2026-02-10");
    }

    @Test
    void aBackdatedDisputeSeesWhatWasSettledLater() {
        invoice.given(issued("100.00"), settled("80.00", "02-20"))
                .when(it -> it.dispute(claim("50.00", null, "02-05"), DEADLINE, null))
                .refused(ProblemCode.DISPUTE_EXCEEDS_OPEN, "20.00 EUR");
    }

    @Test
    void anInstalmentThatIsNamedMustHaveTheRoomItself() {
        invoice.given(issued("100.00", "100.00"))
                .when(it -> it.dispute(claim("100.01", 2, "02-01"), DEADLINE, null))
                .refused(ProblemCode.DISPUTE_EXCEEDS_OPEN, "instalment 2", "100.00 EUR");
        invoice.given(issued("100.00", "100.00"), raised("D0", "100.00", 2, "02-01"))
                .when(it -> it.dispute(claim("0.01", 2, "02-01"), DEADLINE, null))
                .refused(ProblemCode.DISPUTE_EXCEEDS_OPEN, "instalment 2", "0.00 EUR");
        invoice.given(issued("100.00", "100.00"), raised("D0", "100.00", 2, "02-01"))
                .when(it -> it.dispute(claim("100.00", 1, "02-01"), DEADLINE, null))
                .then(raised("D1", "100.00", 1, "02-01"));
    }

    @Test
    void nothingAnotherCurrencyAndWrongDatesAreRefused() {
        invoice.given(issued("100.00"))
                .when(it -> it.dispute(claim("0.00", null, "02-01"), DEADLINE, null))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE);
        invoice.given(issued("100.00"))
                .when(it -> it.dispute(new DisputeClaim(ID, Money.of("1.00", "USD"), null, DisputeCategory.PRICE,
                        REASON, null, day("02-01")), DEADLINE, null))
                .refused(ProblemCode.CURRENCY_MISMATCH);
        invoice.given(issued("100.00"))
                .when(it -> it.dispute(new DisputeClaim(ID, eur("1.00"), null, DisputeCategory.PRICE, REASON, null,
                        day("01-01").minusDays(1)), DEADLINE, null))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-01");
        invoice.given(issued("100.00"))
                .when(it -> it.dispute(claim("1.00", null, "03-04"), DEADLINE, null))
                .refused(ProblemCode.VALUE_INVALID, "2026-03-03", "2026-03-04");
    }

    @Test
    void aPaidWrittenOffOrCancelledInvoiceIsNotDisputed() {
        invoice.given(issued("100.00"), settled("100.00", "01-20"))
                .when(it -> it.dispute(claim("0.01", null, "02-01"), DEADLINE, null))
                .refused(ProblemCode.DISPUTE_EXCEEDS_OPEN, "0.00 EUR");
        invoice.given(issued("100.00"), writtenOff("01-20", "100.00"))
                .when(it -> it.dispute(claim("0.01", null, "02-01"), DEADLINE, null))
                .refused(ProblemCode.DISPUTE_EXCEEDS_OPEN, "0.00 EUR");
        invoice.given(issued("100.00"), invoiceCancelled("100.00", "01-10"))
                .when(it -> it.dispute(claim("0.01", null, "02-01"), DEADLINE, null))
                .refused(ProblemCode.INVOICE_CANCELLED);
    }

    /** A payment settles a disputed part like any other; what counts as disputed is then no more than is left. */
    @Test
    void whatIsPaidOrWrittenOffIsNotDisputedAnyMoreButTheDisputeStaysUntilItIsResolved() {
        invoice.given(issued("100.00"), raised("D1", "60.00", null, "02-01"), settled("70.00", "02-10"))
                .when(it -> it.resolveDispute(ID, DisputeOutcome.WITHDRAWN, REASON, null, day("02-20")))
                .then(new DisputeResolved(INVOICE, ACCOUNT, ENTITY, ID, eur("60.00"), DisputeOutcome.WITHDRAWN, REASON,
                        null, day("02-20")))
                .shows(it -> {
                    assertThat(it.resource(day("02-05"), 3).amountDisputed()).isEqualTo(eur("60.00"));
                    assertThat(it.resource(day("02-15"), 3).amountDisputed()).isEqualTo(eur("30.00"));
                    assertThat(it.resource(day("02-20"), 4).amountDisputed()).isEqualTo(eur("0.00"));
                });
        invoice.given(issued("100.00"), raised("D1", "60.00", null, "02-01"), writtenOff("02-10", "100.00"))
                .when(it -> it.resolveDispute(ID, DisputeOutcome.REJECTED, REASON, null, day("02-20")))
                .then(new DisputeResolved(INVOICE, ACCOUNT, ENTITY, ID, eur("60.00"), DisputeOutcome.REJECTED, REASON,
                        null, day("02-20")))
                .shows(it -> assertThat(it.resource(day("02-15"), 3).amountDisputed()).isEqualTo(eur("0.00")));
    }

    @Test
    void aDisputeIsResolvedOnceAndNotBeforeItBegan() {
        invoice.given(issued("100.00"))
                .when(it -> it.resolveDispute(ID, DisputeOutcome.REJECTED, REASON, null, day("02-20")))
                .refused(ProblemCode.DISPUTE_NOT_FOUND, "D1");
        invoice.given(issued("100.00"), raised("D1", "60.00", null, "02-01"))
                .when(it -> it.resolveDispute(ID, DisputeOutcome.REJECTED, REASON, null, day("01-31")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-01");
        invoice.given(issued("100.00"), raised("D1", "60.00", null, "02-01"), resolved("D1", "60.00", "02-10"))
                .when(it -> it.resolveDispute(ID, DisputeOutcome.CREDITED, REASON, null, day("02-20")))
                .refused(ProblemCode.DISPUTE_RESOLVED, "2026-02-10", "REJECTED");
        invoice.given(issued("100.00"), raised("D1", "60.00", null, "02-01"))
                .when(it -> it.resolveDispute(ID, DisputeOutcome.REJECTED, REASON, CREDIT_NOTE, day("02-20")))
                .refused(ProblemCode.VALUE_INVALID, "CREDITED", "REJECTED");
    }

    @Test
    void ownerAndDeadlineAreAFactOfTheirOwn() {
        invoice.given(issued("100.00"), raised("D1", "60.00", null, "02-01"), resolved("D1", "60.00", "02-10"))
                .when(it -> it.reassignDispute(ID, "logistics", null, REASON, day("02-11")))
                .refused(ProblemCode.DISPUTE_RESOLVED);
        invoice.given(issued("100.00"), raised("D1", "60.00", null, "02-01"))
                .when(it -> it.reassignDispute(ID, null, day("01-31"), REASON, day("02-11")))
                .refused(ProblemCode.VALUE_INVALID, "2026-01-31");
        invoice.given(issued("100.00"), raised("D1", "60.00", null, "02-01"))
                .when(it -> it.reassignDispute(ID, "logistics", null, REASON, day("02-05")))
                .then(new DisputeReassigned(INVOICE, ACCOUNT, ENTITY, ID, "logistics", DEADLINE, REASON, day("02-05")))
                .shows(it -> {
                    assertThat(it.disputeResource(ID, day("02-04"), 3).owner()).isNull();
                    assertThat(it.disputeResource(ID, day("02-05"), 3).owner()).isEqualTo("logistics");
                });
    }

    @Test
    void itTellsItsDaysAndWhetherTheAnswerIsLate() {
        invoice.given(issued("100.00"), raised("D1", "60.00", null, "02-01"))
                .when(it -> it.resolveDispute(ID, DisputeOutcome.CREDITED, REASON, CREDIT_NOTE, day("03-10")))
                .then(new DisputeResolved(INVOICE, ACCOUNT, ENTITY, ID, eur("60.00"), DisputeOutcome.CREDITED, REASON,
                        CREDIT_NOTE, day("03-10")))
                .shows(it -> {
                    var onTime = it.disputeResource(ID, DEADLINE, 3);
                    assertThat(onTime.answerLate()).isFalse();
                    assertThat(onTime.daysInDispute()).isEqualTo(30);
                    var late = it.disputeResource(ID, day("03-04"), 3);
                    assertThat(late.answerLate()).isTrue();
                    assertThat(late.status()).isEqualTo(Status.OPEN);
                    var ended = it.disputeResource(ID, day("12-31"), 3);
                    assertThat(ended.status()).isEqualTo(Status.RESOLVED);
                    assertThat(ended.daysInDispute()).isEqualTo(37);
                    assertThat(ended.answerLate()).isTrue();
                });
    }

    private static DisputeClaim claim(String amount, @Nullable Integer instalment, String date) {
        return new DisputeClaim(ID, eur(amount), instalment, DisputeCategory.QUALITY, REASON, null, day(date));
    }

    private static DisputeRaised raised(String id, String amount, @Nullable Integer instalment, String date) {
        return raised(id, amount, instalment, date, null);
    }

    private static DisputeRaised raised(String id, String amount, @Nullable Integer instalment, String date,
            @Nullable Integer policyVersion) {
        return new DisputeRaised(INVOICE, ACCOUNT, ENTITY, new DisputeId(id), eur(amount), instalment,
                DisputeCategory.QUALITY, REASON, null, DEADLINE, policyVersion, day(date));
    }

    private static DisputeResolved resolved(String id, String amount, String date) {
        return new DisputeResolved(INVOICE, ACCOUNT, ENTITY, new DisputeId(id), eur(amount), DisputeOutcome.REJECTED,
                REASON, null, day(date));
    }
}
