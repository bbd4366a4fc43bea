package io.receivables.command.refund.request;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.CLERK;
import static io.receivables.command.testing.Fixtures.CREDIT_NOTE;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.REFUND;
import static io.receivables.command.testing.Fixtures.allocated;
import static io.receivables.command.testing.Fixtures.allocationReversed;
import static io.receivables.command.testing.Fixtures.creditNoteCancelled;
import static io.receivables.command.testing.Fixtures.creditNoteIssued;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.limit;
import static io.receivables.command.testing.Fixtures.noLimit;
import static io.receivables.command.testing.Fixtures.paymentReversed;
import static io.receivables.command.testing.Fixtures.received;
import static io.receivables.command.testing.Fixtures.receivedUnidentified;
import static io.receivables.command.testing.Fixtures.refundRequested;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.credit.RefundClaim;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.payment.Payment;
import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.money.Money;
import io.receivables.events.refund.RefundApproved;
import io.receivables.events.refund.RefundId;
import io.receivables.events.refund.RefundRequested;
import io.receivables.platform.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class RequestRefundTest {
    private final StreamFixture<Payment> payment = StreamFixture.of(Payment.class, "payment/P1");
    private final StreamFixture<CreditNote> creditNote = StreamFixture.of(CreditNote.class, "credit-note/CN-1");

    @Test
    void moreThanIsUnallocatedIsRefused() {
        payment.given(received("100.00"), allocated("A1", "60.00", "01-20"))
                .when(it -> it.requestRefund(claim("40.01", "01-25", noLimit())))
                .refused(ProblemCode.REFUND_EXCEEDS_UNALLOCATED, "40.01 EUR", "40.00 EUR");
    }

    @Test
    void whatALaterAllocationTakesIsNotThereEarlier() {
        payment.given(received("100.00"), allocated("A1", "60.00", "02-20"), allocationReversed("A1", "60.00", "03-01"))
                .when(it -> it.requestRefund(claim("50.00", "01-25", noLimit())))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "first possible date: 2026-03-01");
    }

    @Test
    void nothingIsRefused() {
        payment.given(received("100.00"))
                .when(it -> it.requestRefund(claim("0.00", "01-25", noLimit())))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void anotherCurrencyIsRefused() {
        payment.given(received("100.00"))
                .when(it -> it.requestRefund(new RefundClaim(REFUND, Money.of("1.00", "USD"), REASON, day("01-25"),
                        noLimit(), CLERK)))
                .refused(ProblemCode.CURRENCY_MISMATCH);
    }

    @Test
    void aDateBeforeTheReceiptIsRefused() {
        payment.given(received("100.00"))
                .when(it -> it.requestRefund(claim("1.00", "01-19", noLimit())))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-20");
    }

    @Test
    void anUnidentifiedPaymentIsNotRefunded() {
        payment.given(receivedUnidentified("100.00"))
                .when(it -> it.requestRefund(claim("1.00", "01-25", noLimit())))
                .refused(ProblemCode.PAYMENT_UNIDENTIFIED);
    }

    @Test
    void aReversedPaymentIsNotRefunded() {
        payment.given(received("100.00"), paymentReversed("100.00", "01-22"))
                .when(it -> it.requestRefund(claim("1.00", "01-25", noLimit())))
                .refused(ProblemCode.PAYMENT_REVERSED);
    }

    @Test
    void aCancelledCreditNoteIsNotRefunded() {
        creditNote.given(creditNoteIssued("100.00"), creditNoteCancelled("100.00", "01-20"))
                .when(it -> it.requestRefund(claim("1.00", "01-25", noLimit())))
                .refused(ProblemCode.CREDIT_NOTE_CANCELLED);
    }

    @Test
    void theSameMoneyIsNotRefundedTwice() {
        payment.given(received("100.00"), refundRequested(CreditSource.of(PAYMENT), "100.00", "01-25"))
                .when(it -> it.requestRefund(new RefundClaim(new RefundId("RF2"), eur("1.00"), REASON, day("01-25"),
                        noLimit(), CLERK)))
                .refused(ProblemCode.REFUND_EXCEEDS_UNALLOCATED, "0.00 EUR");
    }

    @Test
    void withinTheLimitItIsApprovedAtOnce() {
        var source = CreditSource.of(PAYMENT);
        payment.given(received("100.00"))
                .when(it -> it.requestRefund(claim("50.00", "01-25", limit("50.00"))))
                .then(new RefundRequested(REFUND, source, ACCOUNT, ENTITY, eur("50.00"), REASON, CLERK, eur("50.00"), 3,
                        day("01-25")),
                        new RefundApproved(REFUND, source, ACCOUNT, ENTITY, eur("50.00"), null, day("01-25")));
    }

    @Test
    void aboveTheLimitItIsSetAsideAndWaits() {
        payment.given(received("100.00"))
                .when(it -> it.requestRefund(claim("50.00", "01-25", noLimit())))
                .then(refundRequested(CreditSource.of(PAYMENT), "50.00", "01-25"))
                .shows(it -> assertThat(it.resource(null, 2).unallocatedAmount()).isEqualTo(eur("50.00")))
                .shows(it -> assertThat(it.resource(null, 2).refundPending()).isEqualTo(eur("50.00")));
    }

    @Test
    void aCreditNoteIsRefundedLikeAPayment() {
        creditNote.given(creditNoteIssued("100.00"))
                .when(it -> it.requestRefund(claim("50.00", "01-25", noLimit())))
                .then(refundRequested(CreditSource.of(CREDIT_NOTE), "50.00", "01-25"))
                .shows(it -> assertThat(it.resource(null, 2).refundPending()).isEqualTo(eur("50.00")));
    }

    private static RefundClaim claim(String amount, String date, ApprovalLimit limit) {
        return new RefundClaim(REFUND, eur(amount), REASON, day(date), limit, CLERK);
    }
}
