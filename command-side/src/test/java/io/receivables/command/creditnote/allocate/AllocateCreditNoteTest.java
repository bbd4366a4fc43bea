package io.receivables.command.creditnote.allocate;

import static io.receivables.command.testing.Fixtures.ALLOCATION;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.TARGET;
import static io.receivables.command.testing.Fixtures.creditNoteAllocated;
import static io.receivables.command.testing.Fixtures.creditNoteAllocationReversed;
import static io.receivables.command.testing.Fixtures.creditNoteCancelled;
import static io.receivables.command.testing.Fixtures.creditNoteIssued;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.testing.StreamFixture;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocateCreditNoteTest {
    private final StreamFixture<CreditNote> creditNote = StreamFixture.of(CreditNote.class, "credit-note/CN-1");

    @Test
    void moreThanIsUnallocatedIsRefused() {
        creditNote.given(creditNoteIssued("100.00"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "100.01")), day("01-20")))
                .refused(ProblemCode.ALLOCATION_EXCEEDS_UNALLOCATED, "100.01 EUR", "100.00 EUR");
    }

    @Test
    void aDateBeforeItsIssueIsRefused() {
        creditNote.given(creditNoteIssued("100.00"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "1.00")), day("01-14")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-15");
    }

    @Test
    void aCancelledOneIsNotAllocated() {
        creditNote.given(creditNoteIssued("100.00"), creditNoteCancelled("100.00", "01-16"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "1.00")), day("01-20")))
                .refused(ProblemCode.CREDIT_NOTE_CANCELLED, "2026-01-16");
    }

    @Test
    void creditLeavesWhatIsUnallocated() {
        creditNote.given(creditNoteIssued("100.00"))
                .when(it -> it.allocate(ALLOCATION, TARGET, List.of(part(1, "60.00")), day("01-20")))
                .then(creditNoteAllocated("60.00", "01-20"))
                .shows(it -> assertThat(it.resource(null, 2).unallocatedAmount()).isEqualTo(eur("40.00")));
    }

    @Test
    void anUnknownAllocationIsNotReversed() {
        creditNote.given(creditNoteIssued("100.00"))
                .when(it -> it.reverseAllocation(ALLOCATION, REASON, day("02-01")))
                .refused(ProblemCode.ALLOCATION_NOT_FOUND);
    }

    @Test
    void anAllocationIsReversedOnce() {
        creditNote.given(creditNoteIssued("100.00"), creditNoteAllocated("60.00", "01-20"),
                creditNoteAllocationReversed("60.00", "02-01"))
                .when(it -> it.reverseAllocation(ALLOCATION, REASON, day("02-01")))
                .refused(ProblemCode.ALLOCATION_ALREADY_REVERSED);
    }

    @Test
    void anAllocationIsNotReversedBeforeItsDate() {
        creditNote.given(creditNoteIssued("100.00"), creditNoteAllocated("60.00", "01-20"))
                .when(it -> it.reverseAllocation(ALLOCATION, REASON, day("01-19")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-20");
    }

    @Test
    void theCreditIsUnallocatedAgain() {
        creditNote.given(creditNoteIssued("100.00"), creditNoteAllocated("60.00", "01-20"))
                .when(it -> it.reverseAllocation(ALLOCATION, REASON, day("02-01")))
                .then(creditNoteAllocationReversed("60.00", "02-01"))
                .shows(it -> assertThat(it.resource(null, 3).unallocatedAmount()).isEqualTo(eur("100.00")));
    }
}
