package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A customer contests a part of an invoice, told in calls: 1,000.00 due 2024-02-09, of which 300.00 are disputed from
 * 2024-02-20 on. In paths and bodies {@code ~} stands for the prefix that makes an id this test's own, and single quotes for
 * double ones.
 */
@SuppressWarnings("NullAway.Init")
class DisputeStoryIT {

    private static int books;
    private Book book;
    private Api clerk;

    @BeforeEach
    void anInvoiceThatIsLate() {
        clerk = Standalone.shared().asSubject("clerk", "controller", "integration");
        book = Book.open(clerk, "DISPUTE" + ++books);
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "1000.00");
    }

    @Test
    void aDisputedPartStaysOwedKeepsItsAgeAndIsShownBesideTheTotal() {
        var raised = dispute("300.00", "2024-02-20", ",'category':'QUALITY','owner':'quality'");
        assertThat(raised.header("Location")).isEqualTo("/v1/disputes/" + raised.text("/disputeId"));
        assertThat(raised.text("/deadline")).as("thirty days where no policy says otherwise").isEqualTo("2024-03-21");
        book.shows("/v1/disputes/" + raised.text("/disputeId"), raised);

        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 1000.00 0.00 0.00 0.00 | 0.00 = 1000.00");
        assertThat(book.row("C1", "2024-03-01").path("disputed").asString()).isEqualTo("300.00");
        assertThat(book.row("C1", "2024-02-19").path("disputed").asString()).isEqualTo("0.00");
        assertThat(book.aged("2024-03-01").text("/totals/disputed")).isEqualTo("300.00");
        assertThat(book.invoiceAt("I1", "2024-03-01").amount("amountDisputed")).isEqualTo("300.00");
        var open = book.get(path("/v1/customer-accounts/~C1/open-items?asAt=2024-03-01")).ok();
        assertThat(open.text("/items/0/amountDisputed/amount")).isEqualTo("300.00");
        assertThat(open.text("/items/0/amountDue/amount")).isEqualTo("1000.00");
    }

    @Test
    void disputesTogetherAreNeverMoreThanIsOpen() {
        dispute("300.00", "2024-02-20", "");
        book.payment("P1", "C1", "2024-03-01", "500.00", Map.of("I1", "500.00"));
        var refused = clerk.post(path("/v1/invoices/~I1/disputes"), body("200.01", "2024-02-25", ""))
                .refused(422, "DISPUTE_EXCEEDS_OPEN");
        assertThat(refused.text("/detail")).contains("200.01 EUR", "200.00 EUR", "2024-02-25");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/amount");
        dispute("200.00", "2024-02-25", "");
        assertThat(book.invoice("I1").amount("amountDisputed")).isEqualTo("500.00");
    }

    @Test
    void theAnswerHasADayAndAnOwnerWhoMayChange() {
        var id = dispute("300.00", "2024-02-20", ",'deadline':'2024-03-05'").text("/disputeId");
        post("/v1/invoices/~I1/disputes/" + id + "/assignment",
                "{'owner':'logistics','deadline':'2024-03-15','reason':'carrier','effectiveDate':'2024-03-01'}");
        assertThat(at(id, "2024-02-29").text("/deadline")).isEqualTo("2024-03-05");
        assertThat(at(id, "2024-03-15").text("/owner")).isEqualTo("logistics");
        assertThat(at(id, "2024-03-15").json().path("answerLate").asBoolean()).isFalse();
        assertThat(at(id, "2024-03-16").json().path("answerLate").asBoolean()).isTrue();
        assertThat(at(id, "2024-03-16").json().path("daysInDispute").asInt()).isEqualTo(25);
        var late = book.get("/v1/disputes?status=OPEN&overdue=true&owner=logistics&asAt=2024-03-16&legalEntity="
                + book.entity()).ok();
        assertThat(late.json().path("items").size()).isEqualTo(1);
    }

    /** The credit note is a document of its own; the resolution says which one it is. */
    @Test
    void aDisputeThatIsGrantedEndsWithTheCreditNote() {
        var id = dispute("300.00", "2024-02-20", "").text("/disputeId");
        long known = book.position();
        book.creditNote("N1", "C1", "2024-03-10", "300.00", Map.of("I1", "300.00"));
        assertThat(book.invoiceAt("I1", "2024-03-10").amount("amountDisputed")).isEqualTo("300.00");
        post("/v1/invoices/~I1/disputes/" + id + "/resolution",
                """
                        {'outcome':'CREDITED','reason':'two pallets were wet','creditNoteId':'~N1','effectiveDate':'2024-03-10'}""");
        assertThat(book.invoiceAt("I1", "2024-03-10").amount("amountDisputed")).isEqualTo("0.00");
        assertThat(book.invoiceAt("I1", "2024-03-09").amount("amountDisputed")).isEqualTo("300.00");
        assertThat(at(id, "2024-04-01").text("/creditNoteId")).isEqualTo(book.id("N1"));
        assertThat(book.get("/v1/disputes/" + id + "?asAt=2024-04-01&asKnown=" + known).ok().text("/status"))
                .as("as known before")
                .isEqualTo("OPEN");
        clerk.post(path("/v1/invoices/~I1/disputes/" + id + "/resolution"),
                json("{'outcome':'REJECTED','reason':'no','effectiveDate':'2024-03-11'}"))
                .refused(409, "DISPUTE_RESOLVED");
        assertThat(book.get(path("/v1/customer-accounts/~C1/timeline")).ok().body()).contains("DisputeRaised",
                "DisputeResolved");
    }

    /** What is paid all the same is not disputed any more, but the customer still waits for an answer. */
    @Test
    void anInvoiceThatIsPaidLeavesItsDisputeToBeResolved() {
        var id = dispute("300.00", "2024-02-20", "").text("/disputeId");
        book.payment("P1", "C1", "2024-03-01", "1000.00", Map.of("I1", "1000.00"));
        assertThat(book.invoice("I1").text("/status")).isEqualTo("PAID");
        assertThat(book.invoice("I1").amount("amountDisputed")).isEqualTo("0.00");
        assertThat(at(id, "2024-03-05").text("/status")).isEqualTo("OPEN");
        post("/v1/invoices/~I1/disputes/" + id + "/resolution",
                "{'outcome':'WITHDRAWN','reason':'paid','effectiveDate':'2024-03-06'}");
        book.returned("P1", "2024-03-20");
        assertThat(book.invoice("I1").amount("amountDue")).isEqualTo("1000.00");
        assertThat(book.invoice("I1").amount("amountDisputed")).as("it was withdrawn").isEqualTo("0.00");
    }

    private Answer at(String id, String date) {
        return book.get("/v1/disputes/" + id + "?asAt=" + date).ok();
    }

    private Answer dispute(String amount, String date, String more) {
        return book.seen(clerk.post(path("/v1/invoices/~I1/disputes"), body(amount, date, more)));
    }

    private String body(String amount, String date, String more) {
        return json("{'amount':{'amount':'%s','currency':'EUR'},'reason':'two pallets were wet','effectiveDate':'%s'%s}"
                .formatted(amount, date, more));
    }

    private Answer post(String path, String body) {
        return book.seen(clerk.post(path(path), json(body)));
    }

    private String path(String path) {
        return path.replace("~", book.id(""));
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
