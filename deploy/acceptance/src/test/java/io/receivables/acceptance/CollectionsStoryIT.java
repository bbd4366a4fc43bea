package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An invoice that nobody pays, told in calls: what was said, the final notice, the agency, the court, the insolvency, and the
 * day after which it cannot be claimed any more. In paths and bodies {@code ~} stands for the prefix that makes an id this
 * test's own, and single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class CollectionsStoryIT {

    private static int books;
    private Book book;
    private Api controller;

    @BeforeEach
    void aLateInvoice() {
        controller = Standalone.shared().asSubject("controller", "controller");
        book = Book.open(controller, "COLLECT" + ++books);
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "100.00");
        book.seen(controller.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-01','collections':{'limitationAlertDays':60,'limitations':[
                  {'years':5,'judgmentYears':10,'source':'C. com. L110-4'},
                  {'debtorClass':'CONSUMER','years':2,'source':'C. conso. L218-2'}]}}""")));
    }

    @Test
    void everythingThatWasSaidIsInTheLogInItsOrder() {
        var call = post("/v1/customer-accounts/~C1/contact-log", """
                {'kind':'CALL','direction':'OUTGOING','outcome':'PROMISED','note':'will pay on Friday',
                 'at':'2024-02-10T09:30:00Z','invoiceIds':['~I1'],
                 'nextAction':{'what':'call again','date':'2024-02-19'}}""").created();
        assertThat(call.text("/loggedBy")).isEqualTo("controller");
        post("/v1/customer-accounts/~C1/contact-log", """
                {'kind':'EMAIL','direction':'INCOMING','note':'asks for a copy of the invoice','at':'2024-02-05'}""");
        var log = book.get(path("/v1/customer-accounts/~C1/contact-log")).ok();
        assertThat(log.json().path("items").valueStream().map(it -> it.path("kind").asString()).toList())
                .containsExactly("EMAIL", "CALL");
        assertThat(book.get(path("/v1/customer-accounts/~C1/contact-log?asAt=2024-02-09")).ok().json().path("items"))
                .hasSize(1);
        assertThat(book.get(path("/v1/customer-accounts/~C1/contact-log?invoiceId=~I1")).ok().json().path("items"))
                .hasSize(1);
    }

    /** The procedure stops what was owed before; what the customer buys later is paid when it falls due. */
    @Test
    void whatArisesAfterTheOpeningIsRemindedOf() {
        book.seen(controller.put("/v1/credit-policies/" + book.entity(),
                json("{'validFrom':'2024-01-01','collections':{'insolvencyHold':false},"
                        + "'dunning':{'levels':[{'level':1,'daysPastDue':1}]}}")));
        post("/v1/customer-accounts/~C1/insolvency", "{'kind':'RECEIVERSHIP','effectiveDate':'2024-04-01'}").created();
        book.invoice("I9", "C1", "2024-04-10", "2024-05-10", "7.00");
        var run = post("/v1/dunning-runs",
                "{'legalEntity':'%s','asAt':'2024-06-01'}".formatted(book.entity())).created();
        assertThat(run.text("/letters/0/amountDue/amount")).isEqualTo("7.00");
        assertThat(run.text("/notDunned/0/reason")).isEqualTo("INSOLVENCY");
    }

    @Test
    void fromTheFinalNoticeOverTheAgencyToTheCourt() {
        post("/v1/customer-accounts/~C1/final-notices", """
                {'effectiveDate':'2024-03-01','evidence':[{'name':'registered letter','reference':'RK 1',
                  'sha256':'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'}]}""");
        var placed = post("/v1/customer-accounts/~C1/agency-placements", """
                {'agency':'RECOUVRA','feePercent':'12.5','effectiveDate':'2024-04-01'}""").created();
        assertThat(placed.amount("amount")).isEqualTo("100.00");
        var placement = "/v1/customer-accounts/~C1/agency-placements/" + placed.text("/placementId");

        // The agency collects forty; the money is a payment like any other, its fee is information.
        book.payment("P1", "C1", "2024-05-01", "40.00", Map.of("I1", "40.00"));
        var reported = post(placement + "/payments", """
                {'paymentId':'~P1','fee':{'amount':'5.00','currency':'EUR'},'effectiveDate':'2024-05-02'}""");
        assertThat(reported.amount("collected")).isEqualTo("40.00");
        assertThat(file("2024-05-02").amount("withAgency")).isEqualTo("60.00");
        assertThat(book.line("C1", "2024-05-02")).isEqualTo("0.00 | 0.00 0.00 0.00 60.00 | 0.00 = 60.00");
        post(placement + "/recall", """
                {'reason':'nothing more will come','effectiveDate':'2024-06-01'}""");
        assertThat(file("2024-06-01").amount("withAgency")).isEqualTo("0.00");
        assertThat(file("2024-05-31").amount("withAgency")).isEqualTo("60.00");

        // Five years from the due date; from the summons; ten from the judgment.
        assertThat(book.invoiceAt("I1", "2024-06-30").text("/limitationDate")).isEqualTo("2029-01-31");
        var action = post("/v1/customer-accounts/~C1/legal-actions", """
                {'kind':'SUMMONS','courtReference':'RG 24/01234','effectiveDate':'2024-07-01'}""").created();
        assertThat(book.invoiceAt("I1", "2024-07-01").text("/limitationDate")).isEqualTo("2029-07-01");
        post("/v1/customer-accounts/~C1/legal-actions/" + action.text("/legalActionId") + "/closure", """
                {'outcome':'JUDGMENT_OBTAINED','effectiveDate':'2024-10-01'}""");
        assertThat(book.invoice("I1").text("/limitationDate")).isEqualTo("2034-10-01");
        var all = file("2024-10-01");
        assertThat(all.text("/finalNotices/0/amount/amount")).isEqualTo("100.00");
        assertThat(all.text("/agencyPlacements/0/status")).isEqualTo("RECALLED");
        assertThat(all.text("/legalActions/0/outcome")).isEqualTo("JUDGMENT_OBTAINED");
    }

    @Test
    void whatLapsesSoonIsListedAndAnAcknowledgementStartsItAnew() {
        var path = "/v1/limitations?legalEntity=" + book.entity();
        assertThat(book.get(path + "&asAt=2028-11-30").ok().json().path("items")).isEmpty();
        var soon = book.get(path + "&asAt=2028-12-31").ok().json().path("items");
        assertThat(soon).hasSize(1);
        assertThat(soon.get(0).path("daysLeft").asInt()).isEqualTo(31);
        assertThat(soon.get(0).path("source").asString()).isEqualTo("C. com. L110-4");
        post("/v1/invoices/~I1/limitation-interruptions", """
                {'kind':'ACKNOWLEDGEMENT','reason':'letter of the customer','effectiveDate':'2024-05-15'}""");
        assertThat(book.invoice("I1").text("/limitationDate")).isEqualTo("2029-05-15");
        assertThat(book.get(path + "&asAt=2028-12-31").ok().json().path("items")).isEmpty();
    }

    @Test
    void insolvencyHoldsTheAccountAndOurClaimIsDeclared() {
        var opened = post("/v1/customer-accounts/~C1/insolvency",
                """
                        {'kind':'RECEIVERSHIP','courtReference':'2024J1','declareBy':'2024-05-01','effectiveDate':'2024-03-01'}""")
                .created();
        var id = opened.text("/insolvencyId");
        assertThat(onHold("2024-02-29")).isFalse();
        assertThat(onHold("2024-03-01")).isTrue();
        controller.post("/v1/invoices", json("""
                {'invoiceNumber':'~I9','accountId':'~C1','issueDate':'2024-03-02','dueDate':'2024-04-01',
                 'total':{'amount':'1.00','currency':'EUR'}}""")).refused(409, "ACCOUNT_ON_HOLD");
        var declared = post("/v1/customer-accounts/~C1/insolvency/" + id + "/claim", """
                {'effectiveDate':'2024-04-15','reference':'to the receiver'}""");
        assertThat(declared.amount("declaredAmount")).isEqualTo("100.00");
        assertThat(declared.json().path("declaredLate").asBoolean()).isFalse();
        assertThat(book.invoice("I1").text("/limitationDate")).isEqualTo("2029-04-15");
        post("/v1/customer-accounts/~C1/insolvency/" + id + "/lifting", """
                {'reason':'continuation plan','effectiveDate':'2024-09-01'}""");
        assertThat(onHold("2024-09-01")).isFalse();
        assertThat(onHold("2024-08-31")).isTrue();
        assertThat(book.invoice("I1").text("/limitationDate")).isEqualTo("2029-09-01");
        assertThat(file("2024-09-01").text("/insolvencies/0/liftedDate")).isEqualTo("2024-09-01");
    }

    private boolean onHold(String asAt) {
        return book.get(path("/v1/customer-accounts/~C1?asAt=" + asAt)).ok().json().path("onHold").asBoolean();
    }

    private Answer file(String asAt) {
        return book.get(path("/v1/customer-accounts/~C1/collection-file?asAt=" + asAt)).ok();
    }

    private Answer post(String path, String body) {
        return book.seen(controller.post(path(path), json(body)));
    }

    private String path(String path) {
        return path.replace("~", book.id(""));
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
