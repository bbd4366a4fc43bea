package io.receivables.command.creditwriteoff;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.CLERK;
import static io.receivables.command.testing.Fixtures.CONTROLLER;
import static io.receivables.command.testing.Fixtures.CREDIT_NOTE;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.allocated;
import static io.receivables.command.testing.Fixtures.approver;
import static io.receivables.command.testing.Fixtures.creditNoteCancelled;
import static io.receivables.command.testing.Fixtures.creditNoteIssued;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.limit;
import static io.receivables.command.testing.Fixtures.noLimit;
import static io.receivables.command.testing.Fixtures.paymentReversed;
import static io.receivables.command.testing.Fixtures.received;
import static io.receivables.command.testing.Fixtures.receivedUnidentified;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.credit.CreditWriteOffClaim;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.payment.Payment;
import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditwriteoff.CreditWriteOffApprovalGiven;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.creditwriteoff.CreditWriteOffRejected;
import io.receivables.events.creditwriteoff.CreditWriteOffRequested;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.money.Money;
import io.receivables.events.policy.ApprovalStep;
import io.receivables.events.policy.RequiredApproval;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.resource.CreditWriteOffResource.Status;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A credit that nobody claims: small or lapsed it becomes income, and what the customer claims after all comes back. */
class CreditWriteOffTest {

    private static final CreditWriteOffId ID = new CreditWriteOffId("CW1");
    private static final CreditSource SOURCE = CreditSource.of(PAYMENT);
    private static final RequiredApproval TWO = new RequiredApproval(2, "controller");

    private final StreamFixture<Payment> payment = StreamFixture.of(Payment.class, "payment/P1");
    private final StreamFixture<CreditNote> creditNote = StreamFixture.of(CreditNote.class, "credit-note/CN-1");

    @Test
    void moreThanIsUnallocatedIsRefused() {
        payment.given(received("100.00"), allocated("A1", "60.00", "01-21"))
                .when(it -> it.writeOff(claim("40.01", "01-25", noLimit())))
                .refused(ProblemCode.CREDIT_WRITE_OFF_EXCEEDS_UNALLOCATED, "40.01 EUR", "40.00 EUR");
    }

    @Test
    void nothingAndAnotherCurrencyAreRefused() {
        payment.given(received("100.00"))
                .when(it -> it.writeOff(claim("0.00", "01-25", noLimit())))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE);
        payment.given(received("100.00"))
                .when(it -> it.writeOff(new CreditWriteOffClaim(ID, Money.of("1.00", "USD"), REASON, day("01-25"),
                        noLimit(), null, eur("0.00"), CLERK)))
                .refused(ProblemCode.CURRENCY_MISMATCH);
    }

    @Test
    void cashOfNobodyKnowsWhomIsNotWrittenOff() {
        payment.given(receivedUnidentified("100.00"))
                .when(it -> it.writeOff(claim("1.00", "01-25", limit("5.00"))))
                .refused(ProblemCode.PAYMENT_UNIDENTIFIED);
    }

    @Test
    void aReversedOrCancelledDocumentHasNothingToWriteOff() {
        payment.given(received("100.00"), paymentReversed("100.00", "01-22"))
                .when(it -> it.writeOff(claim("1.00", "01-25", limit("5.00"))))
                .refused(ProblemCode.PAYMENT_REVERSED);
        creditNote.given(creditNoteIssued("50.00"), creditNoteCancelled("50.00", "01-20"))
                .when(it -> it.writeOff(claim("1.00", "01-25", limit("5.00"))))
                .refused(ProblemCode.CREDIT_NOTE_CANCELLED);
    }

    @Test
    void whatTheCustomerMayStillClaimIsNoIncome() {
        payment.given(received("100.00"))
                .when(it -> it.writeOff(claim("5.01", "01-25", limit("50.00"), LocalDate.of(2031, 1, 20), "5.00")))
                .refused(ProblemCode.CREDIT_NOT_LAPSED, "2031-01-20", "5.00 EUR", "5.01 EUR");
    }

    @Test
    void smallPartsDoNotAddUpToALargeOne() {
        payment.given(received("100.00"), atOnce("3.00", "01-24", "5.00"))
                .when(it -> it.writeOff(new CreditWriteOffClaim(new CreditWriteOffId("CW2"), eur("3.00"), REASON,
                        day("01-25"), limit("50.00"), LocalDate.of(2031, 1, 20), eur("5.00"), CLERK)))
                .refused(ProblemCode.CREDIT_NOT_LAPSED, "6.00 EUR");
    }

    @Test
    void smallOrLapsedItMayBeWrittenOff() {
        payment.given(received("100.00"))
                .when(it -> it.writeOff(claim("5.00", "01-25", limit("50.00"), day("06-30"), "5.00")))
                .then(new CreditWrittenOff(ID, SOURCE, ACCOUNT, ENTITY, eur("5.00"), REASON, CLERK, null, null,
                        eur("50.00"), 3, day("06-30"), day("01-25")));
        payment.given(received("100.00"))
                .when(it -> it.writeOff(claim("50.00", "06-30", limit("50.00"), day("06-30"), "5.00")))
                .then(new CreditWrittenOff(ID, SOURCE, ACCOUNT, ENTITY, eur("50.00"), REASON, CLERK, null, null,
                        eur("50.00"), 3, day("06-30"), day("06-30")));
    }

    @Test
    void aboveTheLimitTheAmountIsSetAsideAtOnce() {
        payment.given(received("100.00"))
                .when(it -> it.writeOff(claim("40.00", "01-25", limit("5.00"))))
                .then(requested("40.00", "01-25", null))
                .shows(it -> assertThat(it.resource(null, 2).unallocatedAmount()).isEqualTo(eur("60.00")))
                .shows(it -> assertThat(it.resource(null, 2).writeOffPending()).isEqualTo(eur("40.00")))
                .shows(it -> assertThat(it.resource(null, 2).writtenOffAmount()).isEqualTo(eur("0.00")));
    }

    @Test
    void ofACreditNoteAsWell() {
        creditNote.given(creditNoteIssued("50.00"))
                .when(it -> it.writeOff(claim("5.00", "01-25", limit("5.00"))))
                .then(new CreditWrittenOff(ID, CreditSource.of(CREDIT_NOTE), ACCOUNT, ENTITY, eur("5.00"), REASON,
                        CLERK, null, null, eur("5.00"), 3, null, day("01-25")))
                .shows(it -> assertThat(it.resource(null, 2).writtenOffAmount()).isEqualTo(eur("5.00")));
    }

    @Test
    void theMatrixSaysWhoMustAgree() {
        var matrix = new ApprovalLimit(eur("5.00"), 3, List.of(new ApprovalStep(eur("20.00"), "credit-manager", 1),
                new ApprovalStep(null, "controller", 2)));
        payment.given(received("100.00"))
                .when(it -> it.writeOff(claim("40.00", "01-25", matrix)))
                .then(requested("40.00", "01-25", TWO));
    }

    @Test
    void whoAskedDoesNotApprove() {
        payment.given(received("100.00"), requested("40.00", "01-25", null))
                .when(it -> it.creditWriteOffs().approve(ID, approver(CLERK), day("01-27")))
                .refused(ProblemCode.APPROVER_IS_REQUESTER, CLERK);
    }

    @Test
    void approvedItCountsFromTheDateThatWasAskedFor() {
        payment.given(received("100.00"), requested("40.00", "01-25", null))
                .when(it -> it.creditWriteOffs().approve(ID, approver(CONTROLLER), day("01-27")))
                .then(new CreditWrittenOff(ID, SOURCE, ACCOUNT, ENTITY, eur("40.00"), REASON, CLERK, CONTROLLER, null,
                        eur("5.00"), 3, null, day("01-25")))
                .shows(it -> assertThat(it.resource(null, 3).writtenOffAmount()).isEqualTo(eur("40.00")))
                .shows(it -> assertThat(it.resource(null, 3).unallocatedAmount()).isEqualTo(eur("60.00")));
    }

    @Test
    void whereTwoMustAgreeTheFirstMovesNothing() {
        payment.given(received("100.00"), requested("40.00", "01-25", TWO))
                .when(it -> it.creditWriteOffs().approve(ID, approver(CONTROLLER), day("01-27")))
                .then(given(CONTROLLER))
                .shows(it -> assertThat(it.creditWriteOffs().resource(ID, 3).status()).isEqualTo(Status.PENDING));
        payment.given(received("100.00"), requested("40.00", "01-25", TWO), given(CONTROLLER))
                .when(it -> it.creditWriteOffs().approve(ID, approver("carla"), day("01-28")))
                .then(new CreditWrittenOff(ID, SOURCE, ACCOUNT, ENTITY, eur("40.00"), REASON, CLERK, "carla",
                        List.of(CONTROLLER, "carla"), eur("5.00"), 3, null, day("01-25")));
        payment.given(received("100.00"), requested("40.00", "01-25", TWO), given(CONTROLLER))
                .when(it -> it.creditWriteOffs().approve(ID, approver(CONTROLLER), day("01-28")))
                .refused(ProblemCode.APPROVER_HAS_APPROVED, CONTROLLER);
    }

    @Test
    void rejectedItIsFreeAgain() {
        payment.given(received("100.00"), requested("40.00", "01-25", null))
                .when(it -> it.creditWriteOffs().reject(ID, CONTROLLER, REASON, day("01-27")))
                .then(rejected("40.00", "01-27"))
                .shows(it -> assertThat(it.resource(null, 3).unallocatedAmount()).isEqualTo(eur("100.00")));
    }

    @Test
    void theCustomerClaimsItAfterAll() {
        payment.given(received("100.00"), atOnce("5.00", "01-25", "5.00"))
                .when(it -> it.creditWriteOffs().reverse(ID, REASON, day("02-10")))
                .then(reversed("5.00", "02-10"))
                .shows(it -> assertThat(it.resource(null, 3).unallocatedAmount()).isEqualTo(eur("100.00")))
                .shows(it -> assertThat(it.resource(null, 3).writtenOffAmount()).isEqualTo(eur("0.00")));
        payment.given(received("100.00"), atOnce("5.00", "01-25", "5.00"))
                .when(it -> it.creditWriteOffs().reverse(ID, REASON, day("01-24")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-25");
    }

    @Test
    void eachStepNeedsTheOneBefore() {
        payment.given(received("100.00"))
                .when(it -> it.creditWriteOffs().approve(ID, approver(CONTROLLER), day("01-27")))
                .refused(ProblemCode.CREDIT_WRITE_OFF_NOT_FOUND, "CW1");
        payment.given(received("100.00"), atOnce("5.00", "01-25", "5.00"))
                .when(it -> it.creditWriteOffs().approve(ID, approver(CONTROLLER), day("01-27")))
                .refused(ProblemCode.CREDIT_WRITE_OFF_NOT_PENDING, "APPROVED");
        payment.given(received("100.00"), atOnce("5.00", "01-25", "5.00"))
                .when(it -> it.creditWriteOffs().reject(ID, CONTROLLER, REASON, day("01-27")))
                .refused(ProblemCode.CREDIT_WRITE_OFF_NOT_PENDING, "APPROVED");
        payment.given(received("100.00"), requested("40.00", "01-25", null))
                .when(it -> it.creditWriteOffs().reverse(ID, REASON, day("01-27")))
                .refused(ProblemCode.CREDIT_WRITE_OFF_NOT_APPROVED, "PENDING");
        payment.given(received("100.00"), requested("40.00", "01-25", null), rejected("40.00", "01-27"))
                .when(it -> it.creditWriteOffs().approve(ID, approver(CONTROLLER), day("01-28")))
                .refused(ProblemCode.CREDIT_WRITE_OFF_NOT_PENDING, "REJECTED");
        payment.given(received("100.00"), atOnce("5.00", "01-25", "5.00"), reversed("5.00", "02-10"))
                .when(it -> it.creditWriteOffs().reverse(ID, REASON, day("02-11")))
                .refused(ProblemCode.CREDIT_WRITE_OFF_NOT_APPROVED, "REVERSED");
    }

    @Test
    void aPaymentOfWhichSomethingIsIncomeIsNotReversed() {
        payment.given(received("100.00"), atOnce("5.00", "01-25", "5.00"))
                .when(it -> it.reverse(REASON, day("02-10")))
                .refused(ProblemCode.CREDIT_WRITTEN_OFF, "5.00 EUR");
        payment.given(received("100.00"), requested("40.00", "01-25", null))
                .when(it -> it.reverse(REASON, day("02-10")))
                .refused(ProblemCode.CREDIT_WRITTEN_OFF, "40.00 EUR");
        payment.given(received("100.00"), atOnce("5.00", "01-25", "5.00"), reversed("5.00", "02-10"))
                .when(it -> it.reverse(REASON, day("02-10")))
                .then(paymentReversed("100.00", "02-10"));
    }

    private static CreditWriteOffClaim claim(String amount, String date, ApprovalLimit limit) {
        return claim(amount, date, limit, null, "0.00");
    }

    private static CreditWriteOffClaim claim(String amount, String date, ApprovalLimit limit,
            @Nullable LocalDate lapsesOn, String small) {
        return new CreditWriteOffClaim(ID, eur(amount), REASON, day(date), limit, lapsesOn, eur(small), CLERK);
    }

    private static CreditWriteOffRequested requested(String amount, String date, @Nullable RequiredApproval required) {
        return new CreditWriteOffRequested(ID, SOURCE, ACCOUNT, ENTITY, eur(amount), REASON, CLERK, eur("5.00"), 3,
                required, null, day(date));
    }

    private static CreditWriteOffApprovalGiven given(String approver) {
        return new CreditWriteOffApprovalGiven(ID, SOURCE, ACCOUNT, ENTITY, approver, day("01-27"));
    }

    private static CreditWrittenOff atOnce(String amount, String date, String limit) {
        return new CreditWrittenOff(ID, SOURCE, ACCOUNT, ENTITY, eur(amount), REASON, CLERK, null, null, eur(limit), 3,
                null, day(date));
    }

    private static CreditWriteOffRejected rejected(String amount, String date) {
        return new CreditWriteOffRejected(ID, SOURCE, ACCOUNT, ENTITY, eur(amount), CONTROLLER, REASON, day(date));
    }

    private static CreditWriteOffReversed reversed(String amount, String date) {
        return new CreditWriteOffReversed(ID, SOURCE, ACCOUNT, ENTITY, eur(amount), REASON, day(date));
    }
}
