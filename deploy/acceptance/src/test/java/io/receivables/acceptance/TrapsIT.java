package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Mistakes that users of other systems paid for. A line reads: not due | 1-30, 31-60, 61-90, above | unapplied = balance.
 */
@SuppressWarnings("NullAway.Init")
class TrapsIT {

    private static int books;
    private Api api;
    private Book book;

    @BeforeEach
    void open(TestInfo test) {
        api = Standalone.shared().as("controller", "integration");
        book = Book.open(api, "TRAP" + ++books);
        book.account("C1");
        assertThat(test.getDisplayName()).isNotBlank();
    }

    @Test
    void trap1_theDateOfTheReportCutsDocumentsAndMovementsAndNotOnlyAges() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.invoice("I2", "C1", "2024-03-10", "2024-04-09", "70.00");
        book.payment("P1", "C1", "2024-03-01", "40.00", Map.of("I1", "40.00"));
        assertThat(book.line("C1", "2024-01-09")).isEqualTo("nothing");
        assertThat(book.line("C1", "2024-02-29")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 0.00 = 100.00");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 60.00 0.00 0.00 0.00 | 0.00 = 60.00");
        assertThat(book.line("C1", "2024-03-10")).isEqualTo("70.00 | 60.00 0.00 0.00 0.00 | 0.00 = 130.00");
        book.get("/v1/invoices/" + book.id("I2") + "?asAt=2024-03-09").refused(404, "INVOICE_NOT_FOUND");
    }

    @Test
    void trap2_thePastIsFoldedFromFactsAndNotTakenBackFromThePresent() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-01", "100.00");
        var allocation = book.allocate("P1", "I1", "100.00", "2024-02-10").text("/allocationId");
        book.undo("P1", allocation, "2024-03-10");
        book.allocate("P1", "I1", "30.00", "2024-04-10");
        assertThat(book.line("C1", "2024-02-09")).isEqualTo("100.00 | 0.00 0.00 0.00 0.00 | 100.00 = 0.00");
        assertThat(book.line("C1", "2024-02-10")).isEqualTo("nothing");
        assertThat(book.line("C1", "2024-03-10")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 100.00 = 0.00");
        assertThat(book.line("C1", "2024-04-10")).isEqualTo("0.00 | 0.00 0.00 70.00 0.00 | 70.00 = 0.00");
    }

    @Test
    void trap3_anAllocationCountsFromTheDayItWasDecidedFor() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-01", "100.00");
        book.allocate("P1", "I1", "100.00", "2024-05-15");
        assertThat(book.line("C1", "2024-05-14")).isEqualTo("0.00 | 0.00 0.00 0.00 100.00 | 100.00 = 0.00");
        assertThat(book.line("C1", "2024-05-15")).isEqualTo("nothing");
    }

    @Test
    void trap4_partPaymentsAreUndoneLikeFullOnes() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-20", "60.00", Map.of("I1", "60.00"));
        book.payment("P2", "C1", "2024-03-20", "40.00", Map.of("I1", "40.00"));
        assertThat(book.line("C1", "2024-02-19")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 0.00 = 100.00");
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("0.00 | 40.00 0.00 0.00 0.00 | 0.00 = 40.00");
        assertThat(book.line("C1", "2024-03-19")).isEqualTo("0.00 | 0.00 40.00 0.00 0.00 | 0.00 = 40.00");
        assertThat(book.line("C1", "2024-03-20")).isEqualTo("nothing");
    }

    @Test
    void trap5_undoingAnAllocationIsANewFactAndWhatWasKnownStaysKnown() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-01", "100.00");
        var allocated = book.allocate("P1", "I1", "100.00", "2024-02-10");
        var known = "asKnown=" + book.position();
        var before = book.aged("2024-03-01", known).body();
        book.undo("P1", allocated.text("/allocationId"), "2024-02-10");
        assertThat(book.aged("2024-03-01", known).body()).isEqualTo(before);
        assertThat(book.line("C1", "2024-03-01", known)).isEqualTo("nothing");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 100.00 = 0.00");
        var payment = book.get("/v1/payments/" + book.id("P1")).ok();
        assertThat(payment.text("/allocations/0/reversedDate")).isEqualTo("2024-02-10");
        var then = book.get("/v1/payments/" + book.id("P1") + "?" + known).ok();
        assertThat(then.text("/allocations/0/reversedDate")).isEmpty();
        assertThat(then.amount("allocatedAmount")).isEqualTo("100.00");
    }

    @Test
    void trap6_everyOpenAmountIsInOneColumn() {
        var start = LocalDate.of(2024, 1, 1);
        for (int days = 0; days <= 125; days += 5) {
            book.invoice("I" + days, "C1", "2024-01-01", start.plusDays(days).toString(), "1.00");
        }
        // 26 invoices, due every fifth day from the first of January to the fifth of May; 26 April is day 116.
        assertThat(book.line("C1", "2024-04-26")).isEqualTo("2.00 | 6.00 6.00 6.00 6.00 | 0.00 = 26.00");
        assertThat(book.line("C1", "2024-04-26", "edges=7")).isEqualTo("2.00 | 2.00 22.00 | 0.00 = 26.00");
        assertThat(book.line("C1", "2024-04-26", "edges=10,20,115")).isEqualTo(
                "2.00 | 2.00 2.00 19.00 1.00 | 0.00 = 26.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', value = {"2024-01-31 = 1.00 | 0.00 0.00 0.00 0.00", // due today
            "2024-02-01 = 0.00 | 1.00 0.00 0.00 0.00", // 1 day
            "2024-03-01 = 0.00 | 1.00 0.00 0.00 0.00", // 30 days
            "2024-03-02 = 0.00 | 0.00 1.00 0.00 0.00", // 31
            "2024-03-31 = 0.00 | 0.00 1.00 0.00 0.00", // 60
            "2024-04-01 = 0.00 | 0.00 0.00 1.00 0.00", // 61
            "2024-04-30 = 0.00 | 0.00 0.00 1.00 0.00", // 90
            "2024-05-01 = 0.00 | 0.00 0.00 0.00 1.00" // 91
    })
    void trap7_theEdgeOfABucketBelongsToIt(String asAt, String expected) {
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "1.00");
        assertThat(book.line("C1", asAt)).isEqualTo(expected + " | 0.00 = 1.00");
    }

    @Test
    void trap8_aCentIsShown() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-20", "99.99", Map.of("I1", "99.99"));
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 0.01 0.00 0.00 0.00 | 0.00 = 0.01");
        assertThat(book.invoice("I1").text("/status")).isEqualTo("PARTIALLY_PAID");
    }

    @Test
    void trap9_creditIsAColumnOfItsOwnAndNeverNettedSilently() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.creditNote("CN1", "C1", "2024-02-15", "30.00", Map.of());
        book.payment("P1", "C1", "2024-02-20", "25.00");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 55.00 = 45.00");
        assertThat(book.invoice("I1").text("/status")).isEqualTo("OPEN");
        book.account("C2");
        book.payment("P2", "C2", "2024-02-20", "10.00");
        assertThat(book.line("C2", "2024-03-01")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 10.00 = -10.00");
    }

    @Test
    void trap10_aReportOfAFutureDayIsAgedOnThatDay() {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        book.invoice("I1", "C1", "2024-01-10", today.plusDays(10).toString(), "100.00");
        assertThat(book.line("C1", today.plusDays(10).toString())).startsWith("100.00 | 0.00 ");
        assertThat(book.line("C1", today.plusDays(41).toString())).startsWith("0.00 | 0.00 100.00 ");
    }

    @Test
    void trap12_anAllocationGoesToTheInstalmentThatIsNamed() {
        book.invoiceInParts("I1", "C1", "2024-01-10", "90.00", List.of(List.of("2024-02-10", "30.00"),
                List.of("2024-03-10", "30.00"), List.of("2024-04-10", "30.00")));
        book.payment("P1", "C1", "2024-02-01", "50.00");
        book.allocate("P1", "I1", 3, "20.00", "2024-02-01");
        assertThat(book.line("C1", "2024-04-20")).isEqualTo("0.00 | 10.00 30.00 30.00 0.00 | 30.00 = 40.00");
        book.allocate("P1", "I1", "30.00", "2024-02-02");
        assertThat(book.line("C1", "2024-04-20")).isEqualTo("0.00 | 10.00 30.00 0.00 0.00 | 0.00 = 40.00");
    }

    @Test
    void trap13_aReturnedPaymentOpensTheInvoiceAgainUnderItsOwnDueDate() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-09", "100.00", Map.of("I1", "100.00"));
        book.returned("P1", "2024-04-15");
        assertThat(book.line("C1", "2024-04-14")).isEqualTo("nothing");
        assertThat(book.line("C1", "2024-04-15")).isEqualTo("0.00 | 0.00 0.00 100.00 0.00 | 0.00 = 100.00");
        assertThat(book.row("C1", "2024-04-15").path("oldestDueDate").asString()).isEqualTo("2024-02-09");
        assertThat(book.invoiceAt("I1", "2024-04-15").text("/instalments/0/daysPastDue")).isEqualTo("66");
    }

    @Test
    void trap14_moneyForAWrittenOffInvoiceDoesNotOpenItAgain() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        var writtenOff = book.seen(api.post("/v1/invoices/" + book.id("I1") + "/write-offs",
                Book.reason("insolvent", "2024-06-01")));
        var boss = Standalone.shared().asSubject("boss", "controller");
        book.seen(boss.post("/v1/write-offs/" + writtenOff.text("/writeOffId") + "/approval", "{}"));
        assertThat(book.line("C1", "2024-05-31")).isEqualTo("0.00 | 0.00 0.00 0.00 100.00 | 0.00 = 100.00");
        assertThat(book.line("C1", "2024-06-01")).isEqualTo("nothing");
        book.payment("P1", "C1", "2024-07-01", "40.00");
        book.seen(api.post("/v1/invoices/" + book.id("I1") + "/recoveries", Map.of("amount", book.money("40.00"),
                "effectiveDate", "2024-07-02", "paymentId", book.id("P1"))));
        assertThat(book.line("C1", "2024-07-01")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 40.00 = -40.00");
        assertThat(book.line("C1", "2024-07-02")).isEqualTo("nothing");
        var invoice = book.invoice("I1");
        assertThat(invoice.text("/status")).isEqualTo("WRITTEN_OFF");
        assertThat(invoice.amount("amountDue")).isEqualTo("0.00");
        assertThat(invoice.amount("amountWrittenOff")).isEqualTo("100.00");
    }
}
