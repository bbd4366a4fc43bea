package io.receivables.command.creditnote.cancel;

import static io.receivables.command.testing.Fixtures.CREDIT_NOTE;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.creditNoteAllocated;
import static io.receivables.command.testing.Fixtures.creditNoteAllocationReversed;
import static io.receivables.command.testing.Fixtures.creditNoteCancelled;
import static io.receivables.command.testing.Fixtures.creditNoteIssued;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.refundRequested;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.allocation.CreditSource;
import io.receivables.platform.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class CancelCreditNoteTest {
    private final StreamFixture<CreditNote> creditNote = StreamFixture.of(CreditNote.class, "credit-note/CN-1");

    @Test
    void anAllocationStandsAgainstIt() {
        creditNote.given(creditNoteIssued("100.00"), creditNoteAllocated("0.01", "01-20"))
                .when(it -> it.cancel(REASON, day("02-01")))
                .refused(ProblemCode.HAS_ALLOCATIONS, "99.99 EUR");
    }

    @Test
    void aRefundStandsAgainstIt() {
        creditNote.given(creditNoteIssued("100.00"), refundRequested(CreditSource.of(CREDIT_NOTE), "10.00", "01-20"))
                .when(it -> it.cancel(REASON, day("02-01")))
                .refused(ProblemCode.HAS_ALLOCATIONS, "90.00 EUR");
    }

    @Test
    void whatStoodAgainstItMovesTheFirstPossibleDate() {
        creditNote.given(creditNoteIssued("100.00"), creditNoteAllocated("60.00", "01-20"),
                creditNoteAllocationReversed("60.00", "02-01"))
                .when(it -> it.cancel(REASON, day("01-31")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "first possible date: 2026-02-01");
    }

    @Test
    void aDateBeforeItsIssueIsRefused() {
        creditNote.given(creditNoteIssued("100.00"))
                .when(it -> it.cancel(REASON, day("01-14")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-15");
    }

    @Test
    void aCancelledOneIsNotCancelledAgain() {
        creditNote.given(creditNoteIssued("100.00"), creditNoteCancelled("100.00", "01-16"))
                .when(it -> it.cancel(REASON, day("01-16")))
                .refused(ProblemCode.CREDIT_NOTE_CANCELLED);
    }

    @Test
    void anUntouchedOneIsCancelledWhole() {
        creditNote.given(creditNoteIssued("100.00"))
                .when(it -> it.cancel(REASON, day("01-16")))
                .then(creditNoteCancelled("100.00", "01-16"))
                .shows(it -> assertThat(it.resource(null, 2).cancelled()).isTrue())
                .shows(it -> assertThat(it.resource(null, 2).unallocatedAmount()).isEqualTo(eur("0.00")));
    }
}
