package io.receivables.command.refund;

import static io.receivables.command.testing.Fixtures.CLERK;
import static io.receivables.command.testing.Fixtures.CONTROLLER;
import static io.receivables.command.testing.Fixtures.CREDIT_NOTE;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.REFUND;
import static io.receivables.command.testing.Fixtures.approver;
import static io.receivables.command.testing.Fixtures.creditNoteIssued;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.refundApproved;
import static io.receivables.command.testing.Fixtures.refundPaidOut;
import static io.receivables.command.testing.Fixtures.refundRejected;
import static io.receivables.command.testing.Fixtures.refundRequested;
import static io.receivables.command.testing.Fixtures.refundReturned;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.refund.RefundId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.resource.RefundResource;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each command on a refund, in each state: done in the one that it is for, refused in all others. */
class RefundStatesTest {
    private final StreamFixture<CreditNote> creditNote = StreamFixture.of(CreditNote.class, "credit-note/CN-1");

    /** How far the refund of 50.00 has come. */
    enum State {
        PENDING,
        APPROVED,
        PAID,
        REJECTED,
        REVERSED
    }

    private static Object[] facts(State state) {
        var source = CreditSource.of(CREDIT_NOTE);
        var requested = refundRequested(source, "50.00", "01-25");
        var approved = refundApproved(source, "50.00", "01-26");
        var paid = refundPaidOut(source, "50.00", "01-27");
        var issued = creditNoteIssued("100.00");
        return switch (state) {
            case PENDING -> new Object[]{issued, requested};
            case APPROVED -> new Object[]{issued, requested, approved};
            case PAID -> new Object[]{issued, requested, approved, paid};
            case REJECTED -> new Object[]{issued, requested, refundRejected(source, "50.00", "01-26")};
            case REVERSED -> new Object[]{issued, requested, approved, paid, refundReturned(source, "50.00", "01-28")};
        };
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyAPendingOneIsApproved(State state) {
        check(state, State.PENDING, ProblemCode.REFUND_NOT_PENDING,
                it -> it.refunds().approve(REFUND, approver(CONTROLLER), day("01-29")),
                refundApproved(CreditSource.of(CREDIT_NOTE), "50.00", "01-29"));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyAPendingOneIsRejected(State state) {
        check(state, State.PENDING, ProblemCode.REFUND_NOT_PENDING,
                it -> it.refunds().reject(REFUND, CONTROLLER, REASON, day("01-29")),
                refundRejected(CreditSource.of(CREDIT_NOTE), "50.00", "01-29"));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyAnApprovedOneIsPaidOut(State state) {
        check(state, State.APPROVED, ProblemCode.REFUND_NOT_APPROVED,
                it -> it.refunds().payOut(REFUND, day("01-29"), "SEPA-1"),
                refundPaidOut(CreditSource.of(CREDIT_NOTE), "50.00", "01-29"));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyAPaidOneComesBack(State state) {
        check(state, State.PAID, ProblemCode.REFUND_NOT_PAID,
                it -> it.refunds().takeBack(REFUND, REASON, day("01-29")),
                refundReturned(CreditSource.of(CREDIT_NOTE), "50.00", "01-29"));
    }

    @Test
    void whoAskedDoesNotApprove() {
        creditNote.given(facts(State.PENDING))
                .when(it -> it.refunds().approve(REFUND, approver(CLERK), day("01-29")))
                .refused(ProblemCode.APPROVER_IS_REQUESTER, CLERK);
    }

    @Test
    void anUnknownOneIsRefused() {
        creditNote.given(facts(State.PENDING))
                .when(it -> it.refunds().approve(new RefundId("RF9"), approver(CONTROLLER), day("01-29")))
                .refused(ProblemCode.REFUND_NOT_FOUND, "RF9");
    }

    @Test
    void noMoneyLeavesBeforeItIsAskedFor() {
        creditNote.given(facts(State.APPROVED))
                .when(it -> it.refunds().payOut(REFUND, day("01-24"), null))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-25");
    }

    @Test
    void noMoneyComesBackBeforeItLeft() {
        creditNote.given(facts(State.PAID))
                .when(it -> it.refunds().takeBack(REFUND, REASON, day("01-26")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-27");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void theFiguresFollow(State state) {
        creditNote.given(facts(state)).when(_ -> {}).shows(it -> {
            var resource = it.resource(null, 1);
            var isPending = state == State.PENDING || state == State.APPROVED;
            assertThat(resource.refundPending()).isEqualTo(eur(isPending ? "50.00" : "0.00"));
            assertThat(resource.refundedAmount()).isEqualTo(eur(state == State.PAID ? "50.00" : "0.00"));
            assertThat(resource.unallocatedAmount())
                    .isEqualTo(eur(isPending || state == State.PAID ? "50.00" : "100.00"));
            assertThat(it.refunds().resource(REFUND, 1).status()).isEqualTo(
                    RefundResource.Status.valueOf(state.name()));
        });
    }

    private void check(State state, State expected, ProblemCode otherwise, Consumer<CreditNote> decision,
            Object fact) {
        var outcome = creditNote.given(facts(state)).when(decision);
        if (state == expected) {
            outcome.then(fact);
        } else {
            outcome.refused(otherwise, state.name());
        }
    }
}
