package io.receivables.command.charge.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Api.Answer;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;

class ClaimLateChargeApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);
    private final String invoice = book.invoice("100.00");

    @Test
    void anInvoiceThatIsNotThereIsRefused() {
        claim("nowhere", "40.00", "2026-02-15").expect(404, "INVOICE_NOT_FOUND");
    }

    @Test
    void aDateBeforeTheIssueIsRefused() {
        claim(invoice, "40.00", "2025-12-31").expect(422, "NOT_AVAILABLE_AT_DATE");
    }

    @Test
    void nothingIsNoAmount() {
        var refused = claim(invoice, "0.00", "2026-02-15").expect(422, "AMOUNT_NOT_POSITIVE");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/amount");
    }

    @Test
    void aChargeIsPaidByItsId() {
        var charge = claim(invoice, "40.00", "2026-02-15").expect(201).at("/chargeId");
        var payment = book.payment("100.00");
        allocate(payment, charge, "40.01").expect(422, "ALLOCATION_EXCEEDS_OPEN");
        var paid = allocate(payment, charge, "40.00").expect(201);
        assertThat(paid.at("/allocations/0/chargeId")).isEqualTo(charge);
        assertThat(paid.body().at("/allocations/0").has("invoiceId")).isFalse();
        assertThat(paid.at("/unallocatedAmount/amount")).isEqualTo("60.00");

        reverse(charge, "2026-02-20").expect(409, "HAS_ALLOCATIONS");
        api.post("/v1/payments/" + payment + "/reversal", "{'reason':'bounced','effectiveDate':'2026-02-21'}")
                .expect(200);
        var reversed = reverse(charge, "2026-02-21").expect(200);
        assertThat(reversed.at("/reversed")).isEqualTo("true");
        assertThat(reversed.at("/amountDue/amount")).isEqualTo("0.00");
        reverse(charge, "2026-02-22").expect(409, "LATE_CHARGE_REVERSED");
    }

    @Test
    void anAllocationNamesAnInvoiceOrACharge() {
        var payment = book.payment("100.00");
        var neither = api.post("/v1/payments/" + payment + "/allocations",
                "{'amount':%s,'effectiveDate':'2026-02-20'}".formatted(Book.eur("1.00"))).expect(400, "REQUIRED");
        assertThat(neither.at("/errors/0/pointer")).isEqualTo("/invoiceId");
        var both = api.post("/v1/payments", """
                {'accountId':'%s','amount':%s,'receivedDate':'2026-02-20','method':'CASH','allocations':[
                  {'invoiceId':'%s','chargeId':'LC','amount':%s}]}"""
                .formatted(book.account, Book.eur("1.00"), invoice, Book.eur("1.00"))).expect(422, "INVOICE_OR_CHARGE");
        assertThat(both.at("/errors/0/pointer")).isEqualTo("/allocations/0/chargeId");
    }

    @Test
    void aChargeOfAnotherInvoiceIsNotFound() {
        var charge = claim(book.invoice("50.00"), "40.00", "2026-02-15").expect(201).at("/chargeId");
        reverse(charge, "2026-02-15").expect(404, "LATE_CHARGE_NOT_FOUND");
    }

    @Test
    void anInvoiceWithAChargeIsNotCancelled() {
        claim(invoice, "40.00", "2026-02-15").expect(201);
        api.post("/v1/invoices/" + invoice + "/cancellation", "{'reason':'wrong','effectiveDate':'2026-02-15'}")
                .expect(409, "HAS_ALLOCATIONS");
    }

    /** Due 2026-01-31 at first. */
    @Test
    void whatWasMovedBeforeItWasDueIsLateOnlyAfterItsNewDate() {
        api.post("/v1/invoices/" + invoice + "/reschedule", """
                {'instalments':[{'dueDate':'2026-03-31','amount':%s}],'reason':'agreed','effectiveDate':'2026-01-20'}"""
                .formatted(Book.eur("100.00"))).expect(200);
        var body = "{'kind':'FIXED_INDEMNITY','amount':%s,'effectiveDate':'%s'}";
        var refused = api.post("/v1/invoices/" + invoice + "/late-charges",
                body.formatted(Book.eur("40.00"), "2026-03-31")).expect(422, "INVOICE_NOT_LATE");
        assertThat(refused.at("/detail")).contains("due at 2026-03-31");
        api.post("/v1/invoices/" + invoice + "/late-charges", body.formatted(Book.eur("40.00"), "2026-04-01"))
                .expect(201);
    }

    private Answer claim(String invoice, String amount, String date) {
        return api.post("/v1/invoices/" + invoice + "/late-charges",
                "{'kind':'FEE','amount':%s,'effectiveDate':'%s'}".formatted(Book.eur(amount), date));
    }

    private Answer reverse(String charge, String date) {
        return api.post("/v1/invoices/" + invoice + "/late-charges/" + charge + "/reversal",
                "{'reason':'waived','effectiveDate':'%s'}".formatted(date));
    }

    private Answer allocate(String payment, String charge, String amount) {
        return api.post("/v1/payments/" + payment + "/allocations",
                "{'chargeId':'%s','amount':%s,'effectiveDate':'2026-02-20'}".formatted(charge, Book.eur(amount)));
    }
}
