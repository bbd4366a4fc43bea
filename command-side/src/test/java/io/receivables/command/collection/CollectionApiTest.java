package io.receivables.command.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;

/** Final notice, agency, court and insolvency of an account, and what they do to its invoices. */
class CollectionApiTest {

    private final Book book = Book.open();
    private final Api manager = Api.as("manager", Role.CREDIT_MANAGER);
    private final Api clerk = Api.as("clerk", Role.CLERK);
    private final Api controller = Api.as("controller", Role.CONTROLLER);

    @Test
    void withoutAnythingOverdueNothingIsDone() {
        final_("{'effectiveDate':'2026-02-01'}").expect(422, "NOTHING_OVERDUE");
        place("{'agency':'AGENCY','effectiveDate':'2026-02-01'}").expect(422, "NOTHING_OVERDUE");
        court("{'kind':'SUMMONS','effectiveDate':'2026-02-01'}").expect(422, "ITEM_NOT_OPEN");
        book.invoice("100.00");
        // Due on that day, so not yet late.
        final_("{'effectiveDate':'2026-01-31'}").expect(422, "NOTHING_OVERDUE");
        assertThat(final_("{'effectiveDate':'2026-02-01'}").expect(201).at("/amount/amount")).isEqualTo("100.00");
    }

    @Test
    void whatIsNotOpenIsNotNamed() {
        var refused = place("{'agency':'A','items':[{'invoiceId':'%s'},{'invoiceId':'no-such'}],"
                .formatted(book.invoice("1.00")) + "'effectiveDate':'2026-02-01'}").expect(422, "ITEM_NOT_OPEN");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/items/1");
        final_("{'items':[],'effectiveDate':'2026-02-01'}").expect(422, "VALUE_INVALID");
    }

    @Test
    void evidenceHasAHash() {
        book.invoice("100.00");
        var refused = final_("{'evidence':[{'name':'letter','sha256':'no','reference':'R1'}],"
                + "'effectiveDate':'2026-02-01'}").expect(422, "VALUE_INVALID");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/evidence/0/sha256");
    }

    @Test
    void datesLieAfterTheAccountAndNotInTheFuture() {
        book.invoice("100.00");
        final_("{'effectiveDate':'2199-01-01'}").expect(422, "DATE_IN_FUTURE");
        insolvency("2024-12-31").expect(422, "BEFORE_ACCOUNT_OPENED");
    }

    @Test
    void anItemIsWithOneAgencyAtATime() {
        var invoice = book.invoice("100.00");
        var id = place("{'agency':'ONE','feePercent':'12.5','effectiveDate':'2026-02-01'}").expect(201)
                .at("/placementId");
        assertThat(place("{'agency':'TWO','items':[{'invoiceId':'%s'}],'effectiveDate':'2026-02-02'}"
                .formatted(invoice)).expect(409, "ITEM_WITH_AGENCY").at("/detail")).contains("ONE", id);
        recall("no-such", "2026-02-10").expect(404, "AGENCY_PLACEMENT_NOT_FOUND");
        recall(id, "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        assertThat(recall(id, "2026-02-10").expect(200).at("/status")).isEqualTo("RECALLED");
        recall(id, "2026-02-11").expect(409, "AGENCY_PLACEMENT_RECALLED");
        place("{'agency':'TWO','effectiveDate':'2026-02-10'}").expect(201);
    }

    /** All that is overdue: what others have is left to them, and the answer says so. */
    @Test
    void whatOthersHaveDoesNotStopThePlacementOfTheRest() {
        var sold = book.invoice("10.00");
        controller.post("/v1/customer-accounts/" + book.account + "/factoring", """
                {'factor':'FACTOR','recourse':true,'items':[{'invoiceId':'%s'}],'effectiveDate':'2026-02-01'}"""
                .formatted(sold)).expect(201);
        place("{'agency':'ONE','effectiveDate':'2026-02-01'}").expect(409, "ITEM_FACTORED");
        var placed = book.invoice("20.00");
        var one = place("{'agency':'ONE','effectiveDate':'2026-02-01'}").expect(201);
        assertThat(one.body().at("/notPlaced").size()).isOne();
        assertThat(one.at("/notPlaced/0/item/invoiceId")).isEqualTo(sold);
        assertThat(one.at("/notPlaced/0/code")).isEqualTo("ITEM_FACTORED");
        assertThat(one.at("/items/0/invoiceId")).isEqualTo(placed);
        place("{'agency':'TWO','effectiveDate':'2026-02-01'}").expect(409);
        var rest = book.invoice("40.00");
        var two = place("{'agency':'TWO','effectiveDate':'2026-02-01'}").expect(201);
        assertThat(two.at("/amount/amount")).isEqualTo("40.00");
        assertThat(two.at("/items/0/invoiceId")).isEqualTo(rest);
        assertThat(two.body().at("/notPlaced").size()).isEqualTo(2);
        place("{'agency':'TWO','items':[{'invoiceId':'%s'}],'effectiveDate':'2026-02-01'}".formatted(placed))
                .expect(409, "ITEM_WITH_AGENCY");
    }

    @Test
    void theAgencyReportsAPaymentOnce() {
        book.invoice("100.00");
        var id = place("{'agency':'ONE','effectiveDate':'2026-02-01'}").expect(201).at("/placementId");
        var payment = book.payment("40.00");
        report(id, Book.open().payment("1.00"), "1.00", "EUR").expect(422, "ACCOUNT_MISMATCH");
        report(id, payment, "5.00", "USD").expect(422, "CURRENCY_MISMATCH");
        var reported = report(id, payment, "5.00", "EUR").expect(200);
        assertThat(reported.at("/collected/amount")).isEqualTo("40.00");
        assertThat(reported.at("/fees/amount")).isEqualTo("5.00");
        report(id, payment, "5.00", "EUR").expect(409, "AGENCY_PAYMENT_REPORTED");
    }

    @Test
    void anActionInCourtInterruptsTheLimitationUntilItIsDismissed() {
        policy("'limitations':[{'years':1,'judgmentYears':10,'source':'test'}]");
        var invoice = book.invoice("100.00");
        var other = Book.open().invoice("1.00");
        court("{'kind':'SUMMONS','invoiceIds':['%s'],'effectiveDate':'2026-03-01'}".formatted(other)).expect(422,
                "ACCOUNT_MISMATCH");
        var action = court("{'kind':'SUMMONS','courtReference':'RG 1','effectiveDate':'2026-03-01'}").expect(201);
        assertThat(action.at("/invoices/0")).isEqualTo(invoice);
        assertThat(action.at("/interruptsLimitation")).isEqualTo("true");
        var id = action.at("/legalActionId");
        close("no-such", "SETTLED", "2026-03-02").expect(404, "LEGAL_ACTION_NOT_FOUND");
        close(id, "SETTLED", "2026-02-28").expect(422, "NOT_AVAILABLE_AT_DATE");
        close(id, "DISMISSED", "2026-04-01").expect(200);
        close(id, "SETTLED", "2026-04-02").expect(409, "LEGAL_ACTION_CLOSED");
        // The summons is as if it had not been: a year from the due date, 31 January 2026.
        var acknowledged = interrupt(invoice, "ACKNOWLEDGEMENT", "2026-05-01").expect(201);
        assertThat(acknowledged.at("/limitationDate")).isEqualTo("2027-05-01");
    }

    @Test
    void aJudgmentHasItsOwnYears() {
        policy("'limitations':[{'years':5,'judgmentYears':10,'source':'C. com. L110-4'}]");
        var invoice = book.invoice("100.00");
        var id = court("{'kind':'SUMMONS','effectiveDate':'2026-03-01'}").expect(201).at("/legalActionId");
        close(id, "JUDGMENT_OBTAINED", "2026-06-01").expect(200);
        assertThat(interrupt(invoice, "ENFORCEMENT", "2026-07-01").expect(201).at("/limitationDate"))
                .isEqualTo("2036-06-01");
    }

    @Test
    void anInjunctionInterruptsOnlyWhenItIsSaid() {
        book.invoice("100.00");
        assertThat(court("{'kind':'INJUNCTION','effectiveDate':'2026-03-01'}").expect(201).at("/interruptsLimitation"))
                .isEqualTo("false");
    }

    @Test
    void insolvencyHoldsTheAccountUntilItIsLifted() {
        var invoice = book.invoice("100.00");
        var opened = insolvency("2026-02-01").expect(201);
        assertThat(opened.at("/creditHold")).isEqualTo("true");
        var id = opened.at("/insolvencyId");
        insolvency("2026-02-02").expect(409, "INSOLVENCY_OPEN");
        issue().expect(409, "ACCOUNT_ON_HOLD");
        declare("no-such", "2026-02-10").expect(404, "INSOLVENCY_NOT_FOUND");
        declare(id, "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        var declared = declare(id, "2026-04-02").expect(200);
        assertThat(declared.at("/declaredAmount/amount")).isEqualTo("100.00");
        assertThat(declared.at("/declaredLate")).isEqualTo("true");
        assertThat(declared.at("/declaredInvoices/0")).isEqualTo(invoice);
        declare(id, "2026-04-03").expect(409, "INSOLVENCY_CLAIM_DECLARED");
        lift(id, "2026-04-01").expect(422, "NOT_AVAILABLE_AT_DATE");
        lift(id, "2026-05-01").expect(200);
        lift(id, "2026-05-02").expect(409, "INSOLVENCY_LIFTED");
        issue().expect(201);
    }

    @Test
    void thePolicyMayLeaveAnInsolventCustomerOffHold() {
        policy("'insolvencyHold':false");
        assertThat(insolvency("2026-02-01").expect(201).at("/creditHold")).isEqualTo("false");
        issue().expect(201);
        insolvencyDeclaredBefore("2026-06-01", "2026-05-31").expect(409, "INSOLVENCY_OPEN");
    }

    @Test
    void theLastDayToDeclareIsNotBeforeTheOpening() {
        insolvencyDeclaredBefore("2026-06-01", "2026-05-31").expect(422, "VALUE_INVALID");
    }

    @Test
    void nothingIsInterruptedThatIsPaidOrLapsed() {
        policy("'limitations':[{'years':1,'source':'test'}]");
        var paid = book.invoice("10.00");
        controller.post("/v1/payments/" + book.payment("10.00") + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-10'}""".formatted(paid, Book.eur("10.00")))
                .expect(201);
        interrupt(paid, "ACKNOWLEDGEMENT", "2026-03-01").expect(422, "ITEM_NOT_OPEN");
        var old = Book.id("INV");
        controller.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2025-01-01','dueDate':'2025-01-31',
                 'total':%s}""".formatted(old, old, book.account, Book.eur("5.00"))).expect(201);
        assertThat(interrupt(old, "ACKNOWLEDGEMENT", "2026-02-01").expect(422, "LIMITATION_LAPSED").at("/detail"))
                .contains("2026-01-31");
        interrupt(old, "ACKNOWLEDGEMENT", "2026-01-31").expect(201);
        interrupt("no-such", "ACKNOWLEDGEMENT", "2026-01-31").expect(404, "INVOICE_NOT_FOUND");
    }

    @Test
    void whatIsPaidIsNotBroughtToCourtNorDeclared() {
        var paid = book.invoice("10.00");
        var open = book.invoice("20.00");
        controller.post("/v1/payments/" + book.payment("10.00") + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-10'}""".formatted(paid, Book.eur("10.00")))
                .expect(201);
        var refused = court("{'kind':'INJUNCTION','invoiceIds':['%s','%s'],'effectiveDate':'2026-03-01'}"
                .formatted(open, paid)).expect(422, "ITEM_NOT_OPEN");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/invoiceIds/1");
        assertThat(refused.at("/detail")).contains(paid, "2026-03-01");
        var id = insolvency("2026-03-01").expect(201).at("/insolvencyId");
        manager.post("/v1/customer-accounts/" + book.account + "/insolvency/" + id + "/claim",
                "{'invoiceIds':['%s'],'effectiveDate':'2026-03-02'}".formatted(paid)).expect(422, "ITEM_NOT_OPEN");
        var declared = declare(id, "2026-03-02").expect(200);
        assertThat(declared.body().at("/declaredInvoices").size()).isOne();
        assertThat(declared.at("/declaredAmount/amount")).isEqualTo("20.00");
    }

    @Test
    void aClassHasOneTermOfSoManyYears() {
        refusedPolicy("'limitations':[{'years':0,'source':'x'}]", "/collections/limitations/0/years");
        refusedPolicy("'limitations':[{'years':5,'judgmentYears':101,'source':'x'}]",
                "/collections/limitations/0/judgmentYears");
        refusedPolicy("'limitations':[{'years':5,'source':'x'},{'years':2,'source':'y'}]",
                "/collections/limitations/1/debtorClass");
    }

    private void refusedPolicy(String collections, String pointer) {
        var refused = controller.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2025-01-01','collections':{" + collections + "}}").expect(422, "VALUE_INVALID");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    private void policy(String collections) {
        controller.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2025-01-01','collections':{" + collections + "}}").expect(201);
    }

    private Api.Answer final_(String body) {
        return manager.post("/v1/customer-accounts/" + book.account + "/final-notices", body);
    }

    private Api.Answer place(String body) {
        return manager.post("/v1/customer-accounts/" + book.account + "/agency-placements", body);
    }

    private Api.Answer recall(String id, String date) {
        return manager.post("/v1/customer-accounts/" + book.account + "/agency-placements/" + id + "/recall",
                "{'reason':'enough','effectiveDate':'%s'}".formatted(date));
    }

    private Api.Answer report(String id, String payment, String fee, String currency) {
        return manager.post("/v1/customer-accounts/" + book.account + "/agency-placements/" + id + "/payments", """
                {'paymentId':'%s','fee':{'amount':'%s','currency':'%s'},'effectiveDate':'2026-02-15'}"""
                .formatted(payment, fee, currency));
    }

    private Api.Answer court(String body) {
        return manager.post("/v1/customer-accounts/" + book.account + "/legal-actions", body);
    }

    private Api.Answer close(String id, String outcome, String date) {
        return manager.post("/v1/customer-accounts/" + book.account + "/legal-actions/" + id + "/closure",
                "{'outcome':'%s','effectiveDate':'%s'}".formatted(outcome, date));
    }

    private Api.Answer insolvency(String date) {
        return insolvencyDeclaredBefore(date, "2026-04-01");
    }

    private Api.Answer insolvencyDeclaredBefore(String date, String declareBy) {
        return manager.post("/v1/customer-accounts/" + book.account + "/insolvency",
                "{'kind':'RECEIVERSHIP','declareBy':'%s','effectiveDate':'%s'}".formatted(declareBy, date));
    }

    private Api.Answer declare(String id, String date) {
        return manager.post("/v1/customer-accounts/" + book.account + "/insolvency/" + id + "/claim",
                "{'effectiveDate':'%s'}".formatted(date));
    }

    private Api.Answer lift(String id, String date) {
        return manager.post("/v1/customer-accounts/" + book.account + "/insolvency/" + id + "/lifting",
                "{'reason':'plan','effectiveDate':'%s'}".formatted(date));
    }

    private Api.Answer interrupt(String invoice, String kind, String date) {
        return manager.post("/v1/invoices/" + invoice + "/limitation-interruptions",
                "{'kind':'%s','reason':'letter','effectiveDate':'%s'}".formatted(kind, date));
    }

    private Api.Answer issue() {
        var id = Book.id("INV");
        return clerk.post("/v1/invoices", """
                {'invoiceNumber':'%s','accountId':'%s','issueDate':'2026-06-01','dueDate':'2026-06-30','total':%s}"""
                .formatted(id, book.account, Book.eur("1.00")));
    }
}
