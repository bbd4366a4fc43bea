package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Early-payment discount, told in calls: what an invoice promises, what money of which day earns, and when it is taken back.
 * In paths and bodies {@code ~} stands for the prefix that makes an id this test's own, and single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class DiscountStoryIT {

    private static int books;
    private Book book;
    private Api clerk;

    @BeforeEach
    void openAnAccount() {
        clerk = Standalone.shared().asSubject("clerk", "controller", "integration");
        book = Book.open(clerk, "DISCOUNT" + ++books);
        book.account("C1");
    }

    @Test
    void eachPartThatIsPaidInTimeEarnsItsShare() {
        issue("I1", "'total':{'amount':'1000.00','currency':'EUR'}", "'percent':'2'");
        var promised = book.invoiceAt("I1", "2024-01-10");
        assertThat(promised.text("/discount/until")).isEqualTo("2024-01-11");
        assertThat(promised.text("/discount/available/amount")).isEqualTo("20.00");
        assertThat(promised.text("/discount/amountToPay/amount")).isEqualTo("980.00");
        assertThat(promised.text("/discount/annualCost")).isEqualTo("37.24");

        var paid = book.payment("P1", "C1", "2024-01-08", "490.00", Map.of("I1", "490.00"));
        assertThat(paid.text("/allocations/0/discount/amount")).isEqualTo("10.00");
        assertThat(book.invoiceAt("I1", "2024-01-08").amount("amountDue")).isEqualTo("500.00");
        assertThat(book.invoiceAt("I1", "2024-01-08").text("/discount/amountToPay/amount")).isEqualTo("490.00");
        assertThat(book.invoiceAt("I1", "2024-01-12").text("/discount/available/amount")).isEqualTo("0.00");
        assertThat(book.invoiceAt("I1", "2024-01-12").text("/discount/until")).isEqualTo("2024-01-11");
    }

    @Test
    void creditNotesReduceTheBaseFirstAndMoneyThatCameTooLateTooDoes() {
        issue("I1", "'total':{'amount':'1000.00','currency':'EUR'}", "'percent':'2'");
        book.creditNote("N1", "C1", "2024-01-05", "200.00", Map.of("I1", "200.00"));
        assertThat(book.invoiceAt("I1", "2024-01-06").text("/discount/amountToPay/amount")).isEqualTo("784.00");
        assertThat(book.payment("P1", "C1", "2024-01-20", "400.00", Map.of("I1", "400.00"))
                .text("/allocations/0/discount/amount")).isEqualTo("0.00");
        var inTime = post("/v1/payments", """
                {'paymentId':'~P2','accountId':'~C1','amount':{'amount':'392.00','currency':'EUR'},
                 'receivedDate':'2024-01-21','valueDate':'2024-01-11','method':'BANK_TRANSFER',
                 'allocations':[{'invoiceId':'~I1','amount':{'amount':'392.00','currency':'EUR'}}]}""");
        assertThat(inTime.text("/allocations/0/discount/amount")).isEqualTo("8.00");
        assertThat(book.invoice("I1").text("/status")).isEqualTo("PAID");
    }

    @Test
    void aReversalTakesTheDiscountBack() {
        issue("I1", "'total':{'amount':'1000.00','currency':'EUR'}", "'percent':'2'");
        book.payment("P1", "C1", "2024-01-08", "980.00", Map.of("I1", "980.00"));
        var known = "asKnown=" + book.position();
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("nothing");
        book.returned("P1", "2024-02-05");
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("0.00 | 1000.00 0.00 0.00 0.00 | 0.00 = 1000.00");
        assertThat(book.line("C1", "2024-02-04")).isEqualTo("nothing");
        assertThat(book.line("C1", "2024-02-20", known)).isEqualTo("nothing");
    }

    @Test
    void allOrNothingTheDiscountComesWithThePaymentThatCompletesAndFallsWithAnyOfThem() {
        post("/v1/credit-policies/" + book.entity(), "PUT",
                "{'validFrom':'2024-01-01','discounts':{'mode':'ALL_OR_NOTHING','graceDays':2,'dateBasis':'VALUE_DATE'}}");
        issue("I1", "'total':{'amount':'1000.00','currency':'EUR'}", "'percent':'2'");
        assertThat(book.payment("P1", "C1", "2024-01-05", "500.00", Map.of("I1", "500.00"))
                .text("/allocations/0/discount/amount")).isEqualTo("0.00");
        assertThat(book.invoiceAt("I1", "2024-01-06").text("/discount/amountToPay/amount")).isEqualTo("480.00");
        assertThat(book.payment("P2", "C1", "2024-01-13", "480.00", Map.of("I1", "480.00"))
                .text("/allocations/0/discount/amount")).isEqualTo("20.00");
        assertThat(book.invoice("I1").text("/status")).isEqualTo("PAID");
        var known = "asKnown=" + book.position();

        book.returned("P1", "2024-03-01");
        var second = book.get("/v1/payments/" + book.id("P2")).ok();
        assertThat(second.text("/allocations/0/reversedDate")).isEqualTo("2024-03-01");
        assertThat(second.text("/allocations/1/amount/amount")).isEqualTo("480.00");
        assertThat(second.text("/allocations/1/discount/amount")).isEqualTo("0.00");
        assertThat(book.invoice("I1").amount("amountDue")).isEqualTo("520.00");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 520.00 0.00 0.00 0.00 | 0.00 = 520.00");
        assertThat(book.line("C1", "2024-02-29")).isEqualTo("nothing");
        assertThat(book.line("C1", "2024-03-01", known)).isEqualTo("nothing");
    }

    @Test
    void theTaxFallsWithTheDiscountOrStaysOrWasReducedFromTheStart() {
        var lines = """
                'lines':[{'description':'work','netAmount':{'amount':'1000.00','currency':'EUR'},'taxRate':'20'},
                         {'description':'books','netAmount':{'amount':'100.00','currency':'EUR'},'taxRate':'10'}]""";
        issue("I1", lines, "'percent':'2'");
        var included = book.payment("P1", "C1", "2024-01-08", "1283.80", Map.of("I1", "1283.80"));
        assertThat(included.text("/allocations/0/discount/amount")).isEqualTo("26.20");
        assertThat(included.text("/allocations/0/discountShares/0/base/amount")).isEqualTo("20.00");
        assertThat(included.text("/allocations/0/discountShares/0/tax/amount")).isEqualTo("4.00");
        assertThat(included.text("/allocations/0/discountShares/1/base/amount")).isEqualTo("2.00");
        assertThat(included.text("/allocations/0/discountShares/1/tax/amount")).isEqualTo("0.20");
        book.shows("/v1/payments/" + book.id("P1"), included);

        issue("I2", lines, "'percent':'2','taxMode':'EXCLUDED'");
        var excluded = book.payment("P2", "C1", "2024-01-08", "1288.00", Map.of("I2", "1288.00"));
        assertThat(excluded.text("/allocations/0/discount/amount")).isEqualTo("22.00");
        assertThat(excluded.text("/allocations/0/discountShares/0/tax/amount")).isEqualTo("0.00");

        var mixed = issue("I3", lines, "'percent':'2','taxMode':'MIXED'");
        assertThat(mixed.amount("total")).isEqualTo("1305.80");
        assertThat(book.payment("P3", "C1", "2024-01-08", "1283.80", Map.of("I3", "1283.80"))
                .text("/allocations/0/discount/amount")).isEqualTo("22.00");
        assertThat(book.invoice("I3").text("/status")).isEqualTo("PAID");
    }

    private Answer issue(String id, String amounts, String discount) {
        return post("/v1/invoices", """
                {'invoiceId':'~%1$s','invoiceNumber':'~%1$s','accountId':'~C1','issueDate':'2024-01-01',
                 'dueDate':'2024-01-31',%2$s,'discount':{%3$s,'until':'2024-01-11'}}""".formatted(id, amounts,
                discount));
    }

    private Answer post(String path, String body) {
        return post(path, "POST", body);
    }

    private Answer post(String path, String method, String body) {
        var json = body.replace('\'', '"').replace("~", book.id(""));
        return book.seen(method.equals("PUT")
                ? clerk.put(path.replace("~", book.id("")), json)
                : clerk.post(path.replace("~", book.id("")), json));
    }
}
