package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Trade receivables, non-trade ones and others (loans, shareholders, employees) side by side, told in calls. {@code ~} stands
 * for the prefix that makes an id this test's own, and single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class ReceivableClassStoryIT {

    private static int books;
    private Book book;
    private Api clara;

    @BeforeEach
    void openAnAccount() {
        clara = Standalone.shared().asSubject("clara", "controller", "integration");
        book = Book.open(clara, "CLASS" + ++books);
        book.account("C1");
    }

    @Test
    void eachClassIsABalanceOfItsOwnAndTogetherTheyAreTheWhole() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.seen(book.issue("I2", "C1", "2024-01-10", "40.00",
                Map.of("dueDate", "2024-02-09", "receivableClass", "NON_TRADE")));
        book.seen(book.issue("I3", "C1", "2024-01-10", "7.00",
                Map.of("dueDate", "2024-02-09", "receivableClass", "OTHER")));
        // What settles nothing yet is of the class of the account.
        book.payment("P1", "C1", "2024-02-01", "25.00");

        assertThat(balance("TRADE")).isEqualTo("75.00");
        assertThat(balance("NON_TRADE")).isEqualTo("40.00");
        assertThat(balance("OTHER")).isEqualTo("7.00");
        assertThat(List.of("TRADE", "NON_TRADE", "OTHER")
                .stream()
                .map(this::balance)
                .map(BigDecimal::new)
                .reduce(
                        BigDecimal::add))
                .hasValue(new BigDecimal("122.00"));
        assertThat(book.aged("2024-03-01").ok().text("/totals/balance")).isEqualTo("122.00");

        var items = book.get(path("/v1/customer-accounts/~C1/open-items?asAt=2024-03-01&receivableClass=NON_TRADE"))
                .ok();
        assertThat(items.json().path("items").size()).isEqualTo(1);
        assertThat(items.text("/items/0/invoiceId")).isEqualTo(book.id("I2"));
        assertThat(items.text("/items/0/receivableClass")).isEqualTo("NON_TRADE");
        assertThat(book.get(path("/v1/customer-accounts/~C1?asAt=2024-03-01&receivableClass=OTHER"))
                .ok()
                .amount("amountDue")).isEqualTo("7.00");
        assertThat(book.get("/v1/invoices?receivableClass=OTHER&legalEntity=" + book.entity())
                .ok()
                .json()
                .path("items")
                .size()).isEqualTo(1);
        book.get(path("/v1/customer-accounts/~C1?receivableClass=LOAN")).refused(400, "PARAMETER_INVALID");
    }

    @Test
    void anInvoiceBecomesAClaimOfAnotherClassFromADateOn() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        long before = book.position();
        clara.post(path("/v1/invoices/~I1/reclassification"),
                json("{'receivableClass':'TRADE','reason':'the same','effectiveDate':'2024-03-01'}"))
                .refused(409, "RECEIVABLE_CLASS_UNCHANGED");
        var changed = book.seen(clara.post(path("/v1/invoices/~I1/reclassification"),
                json("{'receivableClass':'OTHER','reason':'a loan to a shareholder','effectiveDate':'2024-03-01'}")));
        assertThat(changed.text("/receivableClass")).isEqualTo("OTHER");
        book.shows(path("/v1/invoices/~I1"), changed);

        assertThat(aged("2024-02-29", "TRADE")).isEqualTo("100.00");
        assertThat(aged("2024-03-01", "TRADE")).isEqualTo("0.00");
        assertThat(aged("2024-03-01", "OTHER")).isEqualTo("100.00");
        assertThat(book.invoiceAt("I1", "2024-02-29").text("/receivableClass")).isEqualTo("TRADE");
        assertThat(aged("2024-03-01", "OTHER&asKnown=" + before)).isEqualTo("0.00");

        // Money of before the change that is recorded after it counts in the right class at every date.
        book.payment("P1", "C1", "2024-02-15", "30.00", Map.of("I1", "30.00"));
        assertThat(aged("2024-02-15", "TRADE")).isEqualTo("70.00");
        assertThat(aged("2024-03-01", "TRADE")).isEqualTo("0.00");
        assertThat(aged("2024-03-01", "OTHER")).isEqualTo("70.00");

        clara.post(path("/v1/invoices/~I1/reclassification"),
                json("{'receivableClass':'TRADE','reason':'back','effectiveDate':'2024-02-20'}"))
                .refused(422, "NOT_AVAILABLE_AT_DATE");
    }

    @Test
    void statutoryChargesAreForTradeReceivablesOnly() {
        book.seen(clara.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-01','lateCharges':{'fixedIndemnity':{'amount':'40.00','currency':'EUR'}}}""")));
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.seen(clara.post(path("/v1/invoices/~I1/reclassification"),
                json("{'receivableClass':'OTHER','reason':'a loan','effectiveDate':'2024-03-01'}")));
        var run = clara.post("/v1/late-charge-runs",
                json("{'legalEntity':'%s','asAt':'2024-03-05','dryRun':true}".formatted(book.entity()))).ok();
        assertThat(run.json().path("charges").size()).isZero();
        assertThat(run.body()).contains("NOT_TRADE");
        var earlier = clara.post("/v1/late-charge-runs",
                json("{'legalEntity':'%s','asAt':'2024-02-20','dryRun':true}".formatted(book.entity()))).ok();
        assertThat(earlier.json().path("charges").size()).isEqualTo(1);
    }

    private String balance(String receivableClass) {
        return aged("2024-03-01", receivableClass);
    }

    private String aged(String asAt, String receivableClass) {
        var answer = book.get("/v1/aged-balance?legalEntity=%s&asAt=%s&receivableClass=%s".formatted(book.entity(),
                asAt, receivableClass)).ok();
        assertThat(answer.json().at("/control/ties").asBoolean()).isTrue();
        return answer.text("/totals/balance");
    }

    private String path(String path) {
        return path.replace("~", book.id(""));
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
