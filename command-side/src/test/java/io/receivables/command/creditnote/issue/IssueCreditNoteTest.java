package io.receivables.command.creditnote.issue;

import static io.receivables.command.testing.Fixtures.creditNoteIssued;
import static io.receivables.command.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.testing.StreamFixture;
import org.junit.jupiter.api.Test;

class IssueCreditNoteTest {
    private final StreamFixture<CreditNote> creditNote = StreamFixture.of(CreditNote.class, "credit-note/CN-1");

    @Test
    void aCreditNoteBeginsItsStream() {
        creditNote.begins(() -> CreditNote.issue(creditNoteIssued("100.00"))).then(creditNoteIssued("100.00"));
    }

    @Test
    void allOfItIsUnallocated() {
        creditNote.given(creditNoteIssued("100.00"))
                .when(_ -> {})
                .shows(it -> assertThat(it.resource(null, 1).unallocatedAmount()).isEqualTo(eur("100.00")));
    }
}
