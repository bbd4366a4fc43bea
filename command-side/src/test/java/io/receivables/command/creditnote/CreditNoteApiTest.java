package io.receivables.command.creditnote;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;

/** A credit note from its issue over its allocations to its cancellation. */
class CreditNoteApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CLERK);

    @Test
    void nothingIsNoCredit() {
        issue(Book.id("CN"), "'total':" + Book.eur("0.00")).expect(422, "AMOUNT_NOT_POSITIVE");
    }

    @Test
    void eitherLinesOrTotalIsNeeded() {
        issue(Book.id("CN"), "'relatesTo':[]").expect(422, "LINES_AND_TOTAL");
    }

    @Test
    void aTakenIdAndATakenNumberAreRefused() {
        var id = book.creditNote("10.00");
        issue(id, "'total':" + Book.eur("10.00")).expect(409, "CREDIT_NOTE_ALREADY_EXISTS");
        api.post("/v1/credit-notes", """
                {'creditNoteNumber':'%s','accountId':'%s','issueDate':'2026-01-15','total':%s,'reason':'x'}"""
                .formatted(id, book.account, Book.eur("10.00"))).expect(409, "CREDIT_NOTE_NUMBER_TAKEN");
    }

    @Test
    void aRelatedInvoiceMustBeThere() {
        issue(Book.id("CN"), "'total':%s,'relatesTo':['%s']".formatted(Book.eur("10.00"), Book.id("NONE")))
                .expect(404, "INVOICE_NOT_FOUND");
    }

    @Test
    void aRelatedInvoiceMustBeOfTheSameAccount() {
        var other = Book.open().invoice("100.00");
        issue(Book.id("CN"), "'total':%s,'relatesTo':['%s']".formatted(Book.eur("10.00"), other))
                .expect(422, "ACCOUNT_MISMATCH");
    }

    @Test
    void anAllocationAboveWhatIsOpenIsRefused() {
        var invoice = book.invoice("10.00");
        issue(Book.id("CN"), "'total':%s,'allocations':[{'invoiceId':'%s','amount':%s}]".formatted(Book.eur("20.00"),
                invoice, Book.eur("10.01"))).expect(422, "ALLOCATION_EXCEEDS_OPEN");
    }

    @Test
    void beingRelatedAllocatesNothing() {
        var invoice = book.invoice("100.00");
        var answer = issue(Book.id("CN"), "'total':%s,'relatesTo':['%s']".formatted(Book.eur("10.00"), invoice))
                .expect(201);
        assertThat(answer.at("/unallocatedAmount/amount")).isEqualTo("10.00");
        assertThat(answer.at("/relatesTo/0")).isEqualTo(invoice);
    }

    @Test
    void linesAddUpWithTheirTax() {
        var answer = issue(Book.id("CN"), "'lines':[{'description':'back','netAmount':%s,'taxRate':'19.00'}]"
                .formatted(Book.eur("100.00"))).expect(201);
        assertThat(answer.at("/total/amount")).isEqualTo("119.00");
    }

    @Test
    void itsAllocationsCountFromTheLaterDocument() {
        var invoice = book.invoice("100.00");
        var answer = issue(Book.id("CN"), "'total':%s,'allocations':[{'invoiceId':'%s','amount':%s}]".formatted(
                Book.eur("50.00"), invoice, Book.eur("30.00"))).expect(201);
        assertThat(answer.at("/allocations/0/effectiveDate")).isEqualTo("2026-01-15");
        assertThat(answer.at("/unallocatedAmount/amount")).isEqualTo("20.00");
    }

    @Test
    void anAllocationStandsAgainstTheCancellationUntilItIsReversed() {
        var invoice = book.invoice("100.00");
        var id = book.creditNote("60.00");
        var allocated = api.post("/v1/credit-notes/" + id + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-20'}".formatted(invoice, Book.eur("60.00")))
                .expect(201);
        assertThat(allocated.at("/allocatedAmount/amount")).isEqualTo("60.00");
        cancel(id).expect(409, "HAS_ALLOCATIONS");
        var reversed = api.post("/v1/credit-notes/" + id + "/allocations/" + allocated.at("/allocationId")
                + "/reversal", "{'reason':'error','effectiveDate':'2026-02-01'}").expect(200);
        assertThat(reversed.at("/unallocatedAmount/amount")).isEqualTo("60.00");
        assertThat(cancel(id).expect(200).body().at("/cancelled").asBoolean()).isTrue();
        cancel(id).expect(409, "CREDIT_NOTE_CANCELLED");
        issue(Book.id("CN"), id, "'total':" + Book.eur("1.00")).expect(409, "CREDIT_NOTE_NUMBER_TAKEN");
        api.post("/v1/credit-notes/" + id + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-03-20'}".formatted(invoice, Book.eur("1.00")))
                .expect(409, "CREDIT_NOTE_CANCELLED");
    }

    @Test
    void anUnknownOneIsRefused() {
        cancel(Book.id("NONE")).expect(404, "CREDIT_NOTE_NOT_FOUND");
    }

    private Api.Answer issue(String id, String rest) {
        return issue(id, id, rest);
    }

    private Api.Answer issue(String id, String number, String rest) {
        return api.post("/v1/credit-notes", """
                {'creditNoteId':'%s','creditNoteNumber':'%s','accountId':'%s','issueDate':'2026-01-15',
                 'reason':'goods returned',%s}""".formatted(id, number, book.account, rest));
    }

    private Api.Answer cancel(String id) {
        return api.post("/v1/credit-notes/" + id + "/cancellation", "{'reason':'error','effectiveDate':'2026-03-01'}");
    }
}
