package io.receivables.command.agreement;

import static io.receivables.command.testing.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.openitem.OpenItemsFill;
import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Disputes, promises and payment plans through the API, with the runs that judge them. */
class AgreementApiTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);
    private final String account = "/v1/customer-accounts/" + book.account;

    @Test
    void aDisputeTakesItsDeadlineFromThePolicy() {
        var invoice = book.invoice("100.00");
        var without = api.post("/v1/invoices/" + invoice + "/disputes", dispute("60.00", "")).expect(201);
        assertThat(without.at("/deadline")).isEqualTo("2026-03-03");
        assertThat(without.at("/category")).isEqualTo("OTHER");
        assertThat(without.at("/status")).isEqualTo("OPEN");
        api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','agreements':{'disputeAnswerDays':10}}").expect(201);
        var by = api.post("/v1/invoices/" + invoice + "/disputes", dispute("10.00", "")).expect(201);
        assertThat(by.at("/deadline")).isEqualTo("2026-02-11");
        var named = api.post("/v1/invoices/" + invoice + "/disputes",
                dispute("10.00", ",'deadline':'2026-02-20','category':'PRICE','owner':'sales','instalment':1"))
                .expect(201);
        assertThat(named.at("/deadline")).isEqualTo("2026-02-20");
        assertThat(named.at("/owner")).isEqualTo("sales");
        api.post("/v1/invoices/" + invoice + "/disputes", dispute("20.01", "")).expect(422, "DISPUTE_EXCEEDS_OPEN");
    }

    @Test
    void theCreditNoteOfAResolutionIsOneOfTheAccount() {
        var invoice = book.invoice("100.00");
        var id = api.post("/v1/invoices/" + invoice + "/disputes", dispute("60.00", "")).expect(201).at("/disputeId");
        var path = "/v1/invoices/" + invoice + "/disputes/" + id;
        api.post(path + "/resolution", resolution("CREDITED", "nothing")).expect(404, "CREDIT_NOTE_NOT_FOUND");
        var other = Book.open().creditNote("60.00");
        api.post(path + "/resolution", resolution("CREDITED", other)).expect(422, "ACCOUNT_MISMATCH");
        api.post(path + "/assignment", "{'reason':'x','effectiveDate':'2026-02-10'}").expect(422, "VALUE_INVALID");
        api.post(path + "/assignment", "{'owner':'sales','reason':'x','effectiveDate':'2026-02-10'}").expect(200);
        var resolved = api.post(path + "/resolution", resolution("CREDITED", book.creditNote("60.00"))).expect(200);
        assertThat(resolved.at("/status")).isEqualTo("RESOLVED");
        assertThat(resolved.at("/owner")).isEqualTo("sales");
        api.post(path + "/resolution", resolution("CREDITED", book.creditNote("60.00")))
                .expect(409, "DISPUTE_RESOLVED");
        api.post("/v1/invoices/" + invoice + "/disputes/nothing/resolution", resolution("REJECTED", null))
                .expect(404, "DISPUTE_NOT_FOUND");
    }

    @Test
    void aPromiseIsUniqueAndSpeaksOfItsOwnInvoices() {
        var id = Book.id("PR");
        promise(id, "500.00", "2026-03-15").expect(201);
        promise(id, "500.00", "2026-03-15").expect(409, "PROMISE_ALREADY_EXISTS");
        var other = Book.open();
        api.post("/v1/customer-accounts/" + other.account + "/promises", """
                {'promiseId':'%s','amount':%s,'promisedDate':'2026-03-15','effectiveDate':'2026-03-01'}"""
                .formatted(id, eur("1.00"))).expect(409, "PROMISE_ALREADY_EXISTS");
        api.post(account + "/promises", """
                {'amount':%s,'promisedDate':'2026-03-15','effectiveDate':'2026-03-01','invoiceIds':['%s']}"""
                .formatted(eur("1.00"), other.invoice("5.00"))).expect(422, "ACCOUNT_MISMATCH");
        api.post(account + "/promises/nothing/withdrawal", "{'reason':'x','effectiveDate':'2026-03-02'}")
                .expect(404, "PROMISE_NOT_FOUND");
        Api.as(Role.CASH_APPLIER).post(account + "/promises", "{}").expect(403, "FORBIDDEN");
    }

    /** The money came in time and was allocated much later: kept, since the day it came counts. */
    @Test
    void aPromiseIsNotJudgedByTheDayOfAllocation() {
        var invoice = book.invoice("500.00");
        var id = promise(Book.id("PR"), "500.00", "2026-03-15").expect(201).at("/promiseId");
        var payment = payment("500.00", "2026-03-14");
        api.post("/v1/payments/" + payment + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'2026-04-20'}""".formatted(invoice, eur("500.00")))
                .expect(201);
        assertThat(run()).containsExactly(id + " PromiseJudged KEPT 2026-03-14");
    }

    @Test
    void aRunTellsWhatTheDaysHaveMadeOfPromisesOnce() {
        var broken = promise(Book.id("PR"), "500.00", "2026-03-15").expect(201).at("/promiseId");
        var open = promise(Book.id("PR"), "1.00", TODAY.plusDays(10).toString()).expect(201).at("/promiseId");
        assertThat(run()).containsExactly(broken + " PromiseJudged BROKEN 2026-03-16");
        assertThat(run()).isEmpty();
        var payment = payment("500.00", "2026-03-10");
        assertThat(run()).containsExactly(broken + " PromiseJudged KEPT 2026-03-10");
        api.post("/v1/payments/" + payment + "/reversal", "{'reason':'bounced','effectiveDate':'2026-03-20'}")
                .expect(200);
        assertThat(run()).containsExactly(broken + " PromiseJudged BROKEN 2026-03-20");
        api.post(account + "/promises/" + open + "/withdrawal",
                "{'reason':'x','effectiveDate':'%s'}".formatted(TODAY)).expect(200);
        assertThat(run()).isEmpty();
    }

    @Test
    void cashOnItsWayCountsOnceItIsKnownWhose() {
        var id = promise(Book.id("PR"), "500.00", "2026-03-15").expect(201).at("/promiseId");
        var payment = Book.id("P");
        api.post("/v1/payments", """
                {'paymentId':'%s','legalEntity':'%s','amount':%s,'receivedDate':'2026-03-12','valueDate':'2026-03-13',
                 'method':'BANK_TRANSFER'}""".formatted(payment, book.entity, eur("600.00"))).expect(201);
        assertThat(run()).containsExactly(id + " PromiseJudged BROKEN 2026-03-16");
        api.post("/v1/payments/" + payment + "/identification",
                "{'accountId':'%s','effectiveDate':'2026-03-25'}".formatted(book.account)).expect(200);
        assertThat(run()).containsExactly(id + " PromiseJudged KEPT 2026-03-13");
        var elsewhere = Book.openAccount(book.entity, Book.id("C"), "EUR");
        api.post("/v1/payments/" + payment + "/transfers", """
                {'accountId':'%s','amount':%s,'reason':'x','effectiveDate':'2026-03-28'}""".formatted(elsewhere,
                eur("200.00"))).expect(201);
        assertThat(run()).containsExactly(id + " PromiseJudged PARTLY_KEPT 2026-03-28");
    }

    /** Money that was given back was not kept, and is again when the bank returns the refund. */
    @Test
    void cashThatIsRefundedKeepsNoPromise() {
        book.limits("0.00", "1000.00");
        var id = promise(Book.id("PR"), "500.00", "2026-03-15").expect(201).at("/promiseId");
        var payment = payment("500.00", "2026-03-10");
        assertThat(run()).containsExactly(id + " PromiseJudged KEPT 2026-03-10");
        var refund = "/v1/refunds/" + api
                .post("/v1/payments/" + payment + "/refunds",
                        "{'amount':%s,'reason':'double payment','effectiveDate':'2026-03-18'}"
                                .formatted(eur("500.00")))
                .expect(201)
                .at("/refundId");
        assertThat(run()).as("the money is still here").isEmpty();
        api.post(refund + "/payout", "{'paidDate':'2026-03-20'}").expect(200);
        assertThat(run()).containsExactly(id + " PromiseJudged BROKEN 2026-03-20");
        api.post(refund + "/reversal", "{'reason':'account closed','effectiveDate':'2026-03-25'}")
                .expect(200);
        assertThat(run()).containsExactly(id + " PromiseJudged KEPT 2026-03-25");
    }

    /** It was paid for what the factor has bought. */
    @Test
    void cashThatIsHeldForAFactorKeepsNoPromise() {
        var sold = book.invoice("500.00");
        var factoring = api.post(account + "/factoring", """
                {'factor':'FACTOR','recourse':false,'items':[{'invoiceId':'%s'}],'effectiveDate':'2026-02-01'}"""
                .formatted(sold)).expect(201).at("/factoringId");
        var id = promise(Book.id("PR"), "500.00", "2026-03-15").expect(201).at("/promiseId");
        var payment = payment("500.00", "2026-03-10");
        assertThat(run()).containsExactly(id + " PromiseJudged KEPT 2026-03-10");
        var held = api.post("/v1/factoring/" + factoring + "/misdirected-payments", """
                {'paymentId':'%s','invoiceId':'%s','instalment':1,'amount':%s,'effectiveDate':'2026-03-20'}"""
                .formatted(payment, sold, eur("500.00"))).expect(201).at("/debts/0/debtId");
        assertThat(run()).containsExactly(id + " PromiseJudged BROKEN 2026-03-20");
        api.post("/v1/factoring/" + factoring + "/misdirected-payments/" + held + "/reversal",
                "{'reason':'it was ours','effectiveDate':'2026-03-25'}").expect(200);
        assertThat(run()).containsExactly(id + " PromiseJudged KEPT 2026-03-25");
    }

    @Test
    void aPlanMustCoverWhatIsOpenOfTheAccount() {
        var invoice = book.invoice("900.00");
        plan(invoice, "2026-04-01", "450.00", "2026-05-01", "449.99").expect(422, "PAYMENT_PLAN_NOT_SUM");
        plan(Book.open().invoice("900.00"), "2026-04-01", "450.00", "2026-05-01", "450.00")
                .expect(422, "ACCOUNT_MISMATCH");
        plan("nothing", "2026-04-01", "450.00", "2026-05-01", "450.00").expect(404, "INVOICE_NOT_FOUND");
        api.post(account + "/payment-plans", """
                {'items':[{'invoiceId':'%s','instalment':2}],'rates':[{'dueDate':'2026-04-01','amount':%s}],
                 'reason':'x','effectiveDate':'2026-03-01'}""".formatted(invoice, eur("900.00")))
                .expect(422, "NOTHING_TO_PLAN");
        api.post(account + "/payment-plans",
                "{'items':[],'rates':[],'reason':'x','effectiveDate':'2026-03-01'}").expect(422, "VALUE_INVALID");
        api.post(account + "/payment-plans/nothing/acceptance", "{'evidence':'x','effectiveDate':'2026-03-01'}")
                .expect(404, "PAYMENT_PLAN_NOT_FOUND");
    }

    @Test
    void aPlanIsBreachedNoticedAndAccelerated() {
        api.put("/v1/credit-policies/" + book.entity, """
                {'validFrom':'2026-01-01','agreements':{'planGraceDays':5,'planTolerance':%s,
                 'planBreachEffect':'ACCELERATION','noticeDays':8}}""".formatted(eur("1.00"))).expect(201);
        var invoice = book.invoice("900.00");
        var plan = account + "/payment-plans/"
                + plan(invoice, "2026-04-01", "450.00", "2026-05-01", "450.00").expect(201).at("/planId");
        api.post(plan + "/notice", "{'effectiveDate':'2026-04-08'}").expect(409, "PAYMENT_PLAN_NOT_BREACHED");
        api.post(plan + "/acceptance", "{'evidence':'signed','effectiveDate':'2026-03-05'}").expect(200);
        api.post("/v1/invoices/" + invoice + "/reschedule", """
                {'instalments':[{'dueDate':'2026-12-31','amount':%s}],'reason':'x','effectiveDate':'2026-03-06'}"""
                .formatted(eur("900.00"))).expect(409, "IN_PAYMENT_PLAN");
        var other = plan(invoice, "2026-04-01", "450.00", "2026-05-01", "450.00").expect(201).at("/planId");
        api.post(account + "/payment-plans/" + other + "/acceptance",
                "{'evidence':'signed','effectiveDate':'2026-03-05'}").expect(409, "IN_PAYMENT_PLAN");
        // The breach is found by the notice itself, before any run.
        var noticed = api.post(plan + "/notice", "{'reference':'R-1','effectiveDate':'2026-04-08'}").expect(200);
        assertThat(noticed.at("/acceptedDate")).isEqualTo("2026-03-05");
        assertThat(run()).singleElement().asString().endsWith("PaymentPlanAccelerated  2026-04-17");
        assertThat(run()).isEmpty();
        api.post(plan + "/cancellation", "{'reason':'x','effectiveDate':'2026-05-01'}")
                .expect(409, "PAYMENT_PLAN_ENDED");
    }

    @Test
    void aPlanWhoseRestIsWrittenOffIsNotCalledPaid() {
        book.limits("1000.00", "0.00");
        var invoice = book.invoice("900.00");
        var plan = account + "/payment-plans/"
                + plan(invoice, "2026-04-01", "450.00", "2026-05-01", "450.00").expect(201).at("/planId");
        api.post(plan + "/acceptance", "{'evidence':'signed','effectiveDate':'2026-03-05'}").expect(200);
        api.post("/v1/payments/" + payment("600.00", "2026-03-31") + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'2026-04-01'}""".formatted(invoice, eur("600.00")))
                .expect(201);
        api.post("/v1/invoices/" + invoice + "/write-offs", """
                {'amount':%s,'reason':'UNCOLLECTIBLE','effectiveDate':'2026-04-20'}""".formatted(eur("300.00")))
                .expect(201);
        assertThat(run()).singleElement().asString().endsWith("PaymentPlanCompleted  2026-04-20");
        var cancelled = api.post(plan + "/cancellation", "{'reason':'x','effectiveDate':'2026-05-01'}");
        assertThat(cancelled.expect(409, "PAYMENT_PLAN_ENDED").at("/detail")).contains("COMPLETED");
        var fact = CommandServer.context()
                .getBean(JdbcClient.class)
                .sql("""
                        select (payload -> 'paid' ->> 'amount') || ' ' || (payload -> 'writtenOff' ->> 'amount')
                          from eventstore.event_json
                         where payload_type = 'PaymentPlanCompleted' and payload ->> 'accountId' = ?""")
                .param(book.account)
                .query(String.class)
                .single();
        assertThat(fact).isEqualTo("600.00 300.00");
    }

    @Test
    void anAccountThatBrokeItsWordIsOnHoldWhereThePolicySaysSo() {
        api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2025-01-01','credit':{'holdBrokenPromise':true}}").expect(201);
        book.invoice("500.00");
        promise(Book.id("PR"), "500.00", "2026-03-15").expect(201);
        issue().expect(409, "ACCOUNT_ON_HOLD");
        payment("500.00", "2026-03-10");
        // Before a run has told that it is kept.
        issue().expect(201);
    }

    private Api.Answer issue() {
        var id = Book.id("INV");
        return api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','dueDate':'2026-01-31',
                 'total':%s}""".formatted(id, id, book.account, eur("1.00")));
    }

    /** A table that is younger than the store is filled from the events, when a node starts. */
    @Test
    void cashIsFilledInFromTheEventsAgain() {
        var payment = payment("500.00", "2026-03-10");
        var elsewhere = Book.openAccount(book.entity, Book.id("C"), "EUR");
        api.post("/v1/payments/" + payment + "/transfers", """
                {'accountId':'%s','amount':%s,'reason':'x','effectiveDate':'2026-03-28'}""".formatted(elsewhere,
                eur("200.00"))).expect(201);
        api.post("/v1/payments/" + payment("70.00", "2026-03-11") + "/reversal",
                "{'reason':'bounced','effectiveDate':'2026-03-20'}").expect(200);
        var kept = cash(elsewhere);
        assertThat(kept).hasSize(5);
        CommandServer.context().getBean(OpenItemsFill.class).fill();
        assertThat(cash(elsewhere)).isEqualTo(kept);
    }

    private List<@Nullable String> cash(String other) {
        return CommandServer.context()
                .getBean(JdbcClient.class)
                .sql("select c::text from command.account_cash c where account_id in (?, ?) order by 1")
                .params(book.account, other)
                .query(String.class)
                .list();
    }

    @Test
    void aRunIsRefusedForAnotherEntity() {
        api.post("/v1/agreement-runs", "{'legalEntity':'NOBODY'}").expect(404, "LEGAL_ENTITY_NOT_FOUND");
    }

    @Test
    void rulesOfAgreementsAreSound() {
        for (var field : List.of("promiseGraceDays", "disputeAnswerDays", "planGraceDays", "noticeDays")) {
            api.put("/v1/credit-policies/" + book.entity,
                    "{'validFrom':'2026-01-01','agreements':{'%s':3651}}".formatted(field))
                    .expect(422, "VALUE_INVALID");
        }
        api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','agreements':{'planTolerance':{'amount':'1.00','currency':'USD'}}}")
                .expect(422, "CURRENCY_MISMATCH");
    }

    private List<String> run() {
        var judged = api.post("/v1/agreement-runs", "{'legalEntity':'%s'}".formatted(book.entity))
                .expect(200)
                .body()
                .at("/judged");
        return StreamSupport.stream(judged.spliterator(), false)
                .map(it -> it.at("/id").asString() + " " + it.at("/fact").asString() + " "
                        + it.at("/outcome").asString()
                        + " " + it.at("/effectiveDate").asString())
                .toList();
    }

    private Api.Answer promise(String id, String amount, String date) {
        return api.post(account + "/promises", """
                {'promiseId':'%s','amount':%s,'promisedDate':'%s','effectiveDate':'2026-03-01'}""".formatted(id,
                eur(amount), date));
    }

    private Api.Answer plan(String invoice, String first, String firstAmount, String second, String secondAmount) {
        return api.post(account + "/payment-plans", """
                {'items':[{'invoiceId':'%s'}],'rates':[{'dueDate':'%s','amount':%s},{'dueDate':'%s','amount':%s}],
                 'reason':'seasonal trade','effectiveDate':'2026-03-01'}""".formatted(invoice, first,
                eur(firstAmount), second, eur(secondAmount)));
    }

    private String payment(String amount, String date) {
        var id = Book.id("P");
        api.post("/v1/payments", """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'%s','method':'BANK_TRANSFER',
                 'autoAllocate':false}""".formatted(id, book.account, eur(amount), date)).expect(201);
        return id;
    }

    private static String dispute(String amount, String more) {
        return "{'amount':%s,'reason':'wet pallets','effectiveDate':'2026-02-01'%s}".formatted(eur(amount), more);
    }

    private static String resolution(String outcome, @Nullable String creditNote) {
        return "{'outcome':'%s','reason':'x','effectiveDate':'2026-02-20'%s}".formatted(outcome,
                creditNote == null ? "" : ",'creditNoteId':'" + creditNote + "'");
    }
}
