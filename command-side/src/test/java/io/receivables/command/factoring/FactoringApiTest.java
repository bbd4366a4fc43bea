package io.receivables.command.factoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;

/** Assignments to a factor with what they do to invoices and payments. */
class FactoringApiTest {

    private final Book book = Book.open();
    private final Api manager = Api.as("manager", Role.CREDIT_MANAGER);
    private final Api cash = Api.as("cash", Role.CASH_APPLIER);
    private final Api controller = Api.as("controller", Role.CONTROLLER);

    @Test
    void whatTheFactorMayReturnHasNotLeftTheBooks() {
        manager.post("/v1/customer-accounts/" + book.account + "/factoring", """
                {'factor':'FACTOR','recourse':true,'derecognised':true,'items':[{'invoiceId':'%s'}],
                 'effectiveDate':'2026-02-01'}""".formatted(book.invoice("100.00")))
                .expect(422, "RECOURSE_NOT_DERECOGNISED");
    }

    @Test
    void anUnknownInvoiceAndOneOfAnotherAccountAreRefused() {
        assign(true, "no-such").expect(404, "INVOICE_NOT_FOUND");
        assign(true, Book.open().invoice("100.00")).expect(422, "ACCOUNT_MISMATCH");
    }

    @Test
    void noItemsAndAnUnknownInstalmentAreRefused() {
        manager.post("/v1/customer-accounts/" + book.account + "/factoring",
                "{'factor':'FACTOR','recourse':true,'items':[],'effectiveDate':'2026-02-01'}")
                .expect(422, "VALUE_INVALID");
        manager.post("/v1/customer-accounts/" + book.account + "/factoring", """
                {'factor':'FACTOR','recourse':true,'items':[{'invoiceId':'%s','instalment':9}],
                 'effectiveDate':'2026-02-01'}""".formatted(book.invoice("100.00")))
                .expect(422, "INSTALMENT_UNKNOWN");
    }

    @Test
    void aDateInTheFutureOrBeforeTheAccountIsRefused() {
        var invoice = book.invoice("100.00");
        assign(true, invoice, "2199-01-01").expect(422, "DATE_IN_FUTURE");
        assign(true, invoice, "2024-12-31").expect(422, "BEFORE_ACCOUNT_OPENED");
        assign(true, invoice, "2025-12-31").expect(422, "ITEM_NOT_OPEN");
    }

    @Test
    void whatIsPaidIsNotAssigned() {
        var invoice = book.invoice("100.00");
        pay(invoice, "100.00").expect(201);
        var refused = assign(true, invoice).expect(422, "ITEM_NOT_OPEN");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/items/0");
    }

    @Test
    void whatIsDisputedIsNotAssignedUntilItIsResolved() {
        var invoice = book.invoice("100.00");
        var dispute = controller.post("/v1/invoices/" + invoice + "/disputes",
                "{'amount':%s,'reason':'broken','effectiveDate':'2026-01-10'}".formatted(Book.eur("40.00")))
                .expect(201)
                .at("/disputeId");
        assertThat(assign(true, invoice).expect(409, "ITEM_DISPUTED").at("/detail")).contains("40.00 EUR", dispute);
        controller.post("/v1/invoices/" + invoice + "/disputes/" + dispute + "/resolution",
                "{'outcome':'REJECTED','reason':'it was fine','effectiveDate':'2026-01-20'}").expect(200);
        assign(true, invoice).expect(201);
    }

    @Test
    void nothingIsAssignedTwice() {
        var invoice = book.invoice("100.00");
        var first = assign(true, invoice).expect(201).at("/factoringId");
        assertThat(assign(true, invoice).expect(409, "ITEM_FACTORED").at("/detail")).contains(first);
        var sold = book.invoice("100.00");
        assign(false, sold).expect(201);
        assign(false, sold).expect(409, "ITEM_FACTORED");
    }

    @Test
    void anIdIsTakenOnce() {
        var id = Book.id("F");
        var body = "{'factoringId':'" + id + "','factor':'FACTOR','recourse':true,'items':[{'invoiceId':'%s'}],"
                + "'effectiveDate':'2026-02-01'}";
        manager.post("/v1/customer-accounts/" + book.account + "/factoring", body.formatted(book.invoice("1.00")))
                .expect(201);
        manager.post("/v1/customer-accounts/" + book.account + "/factoring", body.formatted(book.invoice("1.00")))
                .expect(409, "FACTORING_ALREADY_EXISTS");
    }

    @Test
    void whatIsWithAnAgencyIsNotAssignedAndTheOtherWayRound() {
        var placed = book.invoice("100.00");
        place(placed).expect(201);
        assign(true, placed).expect(409, "ITEM_WITH_AGENCY");
        var assigned = book.invoice("100.00");
        assign(true, assigned).expect(201);
        place(assigned).expect(409, "ITEM_FACTORED");
        var later = book.invoice("100.00");
        assign(true, later, "2026-02-10").expect(201);
        assertThat(place(later).expect(409, "ITEM_FACTORED").at("/detail")).contains("2026-02-10");
    }

    @Test
    void whatIsAssignedKeepsItsDueDates() {
        var invoice = book.invoice("100.00");
        assign(true, invoice).expect(201);
        controller.post("/v1/invoices/" + invoice + "/reschedule", """
                {'instalments':[{'dueDate':'2026-12-31','amount':%s}],'reason':'later','effectiveDate':'2026-02-02'}"""
                .formatted(Book.eur("100.00"))).expect(409, "ITEM_FACTORED");
    }

    /** Its instalments would leave the books as if they had been paid under the plan. */
    @Test
    void whatIsInAPaymentPlanIsNotAssigned() {
        var invoice = book.invoice("100.00");
        var plan = plan(invoice);
        var refused = assign(false, invoice).expect(409, "IN_PAYMENT_PLAN");
        assertThat(refused.at("/detail")).contains(plan);
        controller.post("/v1/customer-accounts/" + book.account + "/payment-plans/" + plan + "/cancellation",
                "{'reason':'sold','effectiveDate':'2026-03-01'}").expect(200);
        assign(false, invoice, "2026-03-02").expect(201);
    }

    @Test
    void whatIsAssignedIsNotCancelled() {
        var invoice = book.invoice("100.00");
        var id = assign(true, invoice).expect(201).at("/factoringId");
        var body = "{'reason':'typed twice','effectiveDate':'2026-03-01'}";
        assertThat(controller.post("/v1/invoices/" + invoice + "/cancellation", body)
                .expect(409, "ITEM_FACTORED")
                .at("/detail")).contains("100.00 EUR", id);
        buyBack(id).expect(200);
        controller.post("/v1/invoices/" + invoice + "/cancellation", body).expect(200);
    }

    @Test
    void whatTheDebtorPaysTheFactorCountsForAPlan() {
        var invoice = book.invoice("100.00");
        var id = assign(true, invoice).expect(201).at("/factoringId");
        plan(invoice);
        assertThat(judged()).isEqualTo("PaymentPlanBreached");
        settle(id, invoice, "100.00").expect(201);
        assertThat(judged()).isEqualTo("PaymentPlanCompleted");
    }

    private String judged() {
        return controller.post("/v1/agreement-runs", "{'legalEntity':'%s'}".formatted(book.entity))
                .expect(200)
                .at("/judged/0/fact");
    }

    /** One rate, accepted; its id. */
    private String plan(String invoice) {
        var plans = "/v1/customer-accounts/" + book.account + "/payment-plans";
        var id = controller.post(plans, """
                {'items':[{'invoiceId':'%s'}],'rates':[{'dueDate':'2026-04-01','amount':%s}],'reason':'x',
                 'effectiveDate':'2026-02-01'}""".formatted(invoice, Book.eur("100.00"))).expect(201).at("/planId");
        controller.post(plans + "/" + id + "/acceptance", "{'evidence':'signed','effectiveDate':'2026-02-01'}")
                .expect(200);
        return id;
    }

    @Test
    void withoutRecourseTheInvoiceLeavesTheBooks() {
        var invoice = book.invoice("100.00");
        var assigned = assign(false, invoice).expect(201);
        assertThat(assigned.at("/derecognised")).isEqualTo("true");
        assertThat(assigned.at("/outstanding/amount")).isEqualTo("100.00");
        pay(invoice, "1.00").expect(422, "ALLOCATION_EXCEEDS_OPEN");
        var back = buyBack(assigned.at("/factoringId")).expect(200);
        assertThat(back.at("/outstanding/amount")).isEqualTo("0.00");
        pay(invoice, "100.00").expect(201);
    }

    @Test
    void cashForAnItemWithRecourseIsOwedToTheFactorUntilItIsTakenBack() {
        var invoice = book.invoice("100.00");
        var id = assign(true, invoice).expect(201).at("/factoringId");
        var payment = book.payment("40.00");
        cash.post("/v1/payments/" + payment + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-10'}""".formatted(invoice, Book.eur("40.00")))
                .expect(201);
        payOver(id, "40.01").expect(422, "EXCEEDS_OWED_TO_FACTOR");
        assertThat(payOver(id, "10.00").expect(201).at("/owedToFactor/amount")).isEqualTo("30.00");
        cash.post("/v1/payments/" + payment + "/reversal", "{'reason':'bounced','effectiveDate':'2026-02-20'}")
                .expect(200);
        // Ten were passed on and must come back.
        payOver(id, "1.00").expect(422, "EXCEEDS_OWED_TO_FACTOR");
        var back = buyBack(id).expect(200);
        assertThat(back.at("/owedToFactor/amount")).isEqualTo("-10.00");
        assertThat(back.at("/items/0/boughtBack/amount")).isEqualTo("100.00");
    }

    @Test
    void theDebtorPaysTheFactor() {
        var invoice = book.invoice("100.00");
        var id = assign(true, invoice).expect(201).at("/factoringId");
        settle(id, invoice, "100.01").expect(422, "EXCEEDS_FACTORED");
        var settled = settle(id, invoice, "100.00").expect(201);
        assertThat(settled.at("/outstanding/amount")).isEqualTo("0.00");
        pay(invoice, "1.00").expect(422, "ALLOCATION_EXCEEDS_OPEN");
        var settlement = settled.at("/settlements/0/settlementId");
        cash.post("/v1/factoring/" + id + "/settlements/" + settlement + "/reversal",
                "{'reason':'wrong','effectiveDate':'2026-03-05'}").expect(403);
        manager.post("/v1/factoring/" + id + "/settlements/" + settlement + "/reversal",
                "{'reason':'wrong','effectiveDate':'2026-03-05'}").expect(200);
        pay(invoice, "1.00").expect(201);
    }

    /** A credit note has lowered what is open below what the factor had taken over. */
    @Test
    void noMoreIsSettledThanIsOpen() {
        var invoice = book.invoice("100.00");
        var id = assign(true, invoice).expect(201).at("/factoringId");
        cash.post("/v1/credit-notes/" + book.creditNote("30.00") + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-10'}""".formatted(invoice, Book.eur("30.00")))
                .expect(201);
        settle(id, invoice, "70.01").expect(422, "ITEM_NOT_OPEN");
        assertThat(settle(id, invoice, "70.00").expect(201).at("/owedToFactor/amount")).isEqualTo("0.00");
    }

    @Test
    void cashForASoldInvoiceIsHeldForTheFactor() {
        var invoice = book.invoice("100.00");
        var id = assign(false, invoice).expect(201).at("/factoringId");
        var payment = book.payment("100.00");
        hold(id, payment, invoice, "100.01").expect(422, "ALLOCATION_EXCEEDS_UNALLOCATED");
        hold(id, Book.open().payment("100.00"), invoice, "1.00").expect(422, "ACCOUNT_MISMATCH");
        var held = hold(id, payment, invoice, "60.00").expect(201);
        assertThat(held.at("/owedToFactor/amount")).isEqualTo("60.00");
        cash.post("/v1/payments/" + payment + "/reversal", "{'reason':'bounced','effectiveDate':'2026-03-05'}")
                .expect(409, "PAYMENT_HELD_FOR_FACTOR");
        var debt = held.at("/debts/0/debtId");
        cash.post("/v1/factoring/" + id + "/misdirected-payments/" + debt + "/reversal",
                "{'reason':'it was ours','effectiveDate':'2026-03-02'}").expect(200);
        cash.post("/v1/payments/" + payment + "/reversal", "{'reason':'bounced','effectiveDate':'2026-03-05'}")
                .expect(200);
    }

    @Test
    void anUnknownAssignmentIsRefused() {
        buyBack("no-such").expect(404, "FACTORING_NOT_FOUND");
        payOver("no-such", "1.00").expect(404, "FACTORING_NOT_FOUND");
        settle("no-such", "INV", "1.00").expect(404, "FACTORING_NOT_FOUND");
    }

    private Api.Answer assign(boolean recourse, String invoice) {
        return assign(recourse, invoice, "2026-02-01");
    }

    private Api.Answer assign(boolean recourse, String invoice, String date) {
        return manager.post("/v1/customer-accounts/" + book.account + "/factoring", """
                {'factor':'FACTOR','recourse':%s,'items':[{'invoiceId':'%s'}],'guaranteeFundPercent':'10',
                 'effectiveDate':'%s'}""".formatted(recourse, invoice, date));
    }

    private Api.Answer place(String invoice) {
        return manager.post("/v1/customer-accounts/" + book.account + "/agency-placements",
                "{'agency':'AGENCY','items':[{'invoiceId':'%s'}],'effectiveDate':'2026-02-01'}".formatted(invoice));
    }

    private Api.Answer buyBack(String id) {
        return manager.post("/v1/factoring/" + id + "/buy-back", "{'reason':'returned','effectiveDate':'2026-03-01'}");
    }

    private Api.Answer payOver(String id, String amount) {
        return manager.post("/v1/factoring/" + id + "/payouts",
                "{'amount':%s,'effectiveDate':'2026-03-01'}".formatted(Book.eur(amount)));
    }

    private Api.Answer settle(String id, String invoice, String amount) {
        return cash.post("/v1/factoring/" + id + "/settlements", """
                {'items':[{'invoiceId':'%s','instalment':1,'amount':%s}],'effectiveDate':'2026-03-01'}"""
                .formatted(invoice, Book.eur(amount)));
    }

    private Api.Answer hold(String id, String payment, String invoice, String amount) {
        return cash.post("/v1/factoring/" + id + "/misdirected-payments", """
                {'paymentId':'%s','invoiceId':'%s','instalment':1,'amount':%s,'effectiveDate':'2026-03-01'}"""
                .formatted(payment, invoice, Book.eur(amount)));
    }

    private Api.Answer pay(String invoice, String amount) {
        return cash.post("/v1/payments/" + book.payment(amount) + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'2026-03-10'}""".formatted(invoice, Book.eur(amount)));
    }
}
