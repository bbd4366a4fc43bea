package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Receivables with a factor, told in calls: sold without recourse, or pledged with recourse; returned; paid by the debtor to
 * the factor, or wrongly to us. In paths and bodies {@code ~} stands for the prefix that makes an id this test's own, and
 * single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class FactoringStoryIT {

    private static int books;
    private Book book;
    private Api controller;

    @BeforeEach
    void twoInvoices() {
        controller = Standalone.shared().asSubject("controller", "controller");
        book = Book.open(controller, "FACTOR" + ++books);
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "100.00");
        book.invoice("I2", "C1", "2024-01-01", "2024-01-31", "50.00");
    }

    @Test
    void whatIsSoldWithoutRecourseIsNotOwedToUsAnyMore() {
        assertThat(book.line("C1", "2024-02-01")).isEqualTo("0.00 | 150.00 0.00 0.00 0.00 | 0.00 = 150.00");
        var sold = post("/v1/customer-accounts/~C1/factoring", """
                {'factoringId':'~F1','factor':'FACTOR','recourse':false,'items':[{'invoiceId':'~I1'}],
                 'advancePercent':'90','guaranteeFundPercent':'10','commission':{'amount':'1.20','currency':'EUR'},
                 'effectiveDate':'2024-02-10'}""").created();
        assertThat(sold.amount("advance")).isEqualTo("90.00");
        assertThat(sold.amount("guaranteeFund")).isEqualTo("10.00");
        shows("/v1/factoring/~F1", sold);

        // It leaves at its date, in the ageing, in the balance and in the exposure; before, it was there.
        assertThat(book.line("C1", "2024-02-09")).isEqualTo("0.00 | 150.00 0.00 0.00 0.00 | 0.00 = 150.00");
        assertThat(book.line("C1", "2024-02-10")).isEqualTo("0.00 | 50.00 0.00 0.00 0.00 | 0.00 = 50.00");
        assertThat(factored("2024-02-10")).isEqualTo("0.00");
        assertThat(book.get(path("/v1/customer-accounts/~C1")).ok().amount("exposure")).isEqualTo("50.00");
        assertThat(book.invoice("I1").text("/status")).isEqualTo("FACTORED");
        assertThat(book.invoice("I1").amount("amountFactored")).isEqualTo("100.00");

        // The debtor pays us by mistake: the cash is the factor's, in no balance of the customer, and passed on.
        book.payment("P1", "C1", "2024-03-01", "60.00");
        controller.post(path("/v1/payments/~P1/allocations"), json("""
                {'invoiceId':'~I1','amount':{'amount':'60.00','currency':'EUR'},'effectiveDate':'2024-03-01'}"""))
                .refused(422, "ALLOCATION_EXCEEDS_OPEN");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 50.00 0.00 0.00 0.00 | 60.00 = -10.00");
        var held = post("/v1/factoring/~F1/misdirected-payments", """
                {'paymentId':'~P1','invoiceId':'~I1','instalment':1,'amount':{'amount':'60.00','currency':'EUR'},
                 'effectiveDate':'2024-03-02'}""").created();
        shows("/v1/factoring/~F1", held);
        assertThat(held.amount("owedToFactor")).isEqualTo("60.00");
        assertThat(book.line("C1", "2024-03-02")).isEqualTo("0.00 | 0.00 50.00 0.00 0.00 | 0.00 = 50.00");
        controller.post(path("/v1/payments/~P1/reversal"), Book.reason("bounced", "2024-03-03"))
                .refused(409, "PAYMENT_HELD_FOR_FACTOR");
        var paid = post("/v1/factoring/~F1/payouts", """
                {'amount':{'amount':'60.00','currency':'EUR'},'effectiveDate':'2024-03-05','reference':'VIR 7'}""");
        shows("/v1/factoring/~F1", paid);
        assertThat(factor("2024-03-04").at("/owedToFactor/amount").asString()).isEqualTo("60.00");
        assertThat(factor("2024-03-05").at("/owedToFactor/amount").asString()).isEqualTo("0.00");

        // The factor returns the rest, for the goods were faulty: it is owed to us again.
        var back = post("/v1/factoring/~F1/buy-back", """
                {'reason':'faulty goods','effectiveDate':'2024-04-01'}""");
        shows("/v1/factoring/~F1", back);
        assertThat(book.line("C1", "2024-04-01")).isEqualTo("0.00 | 0.00 0.00 90.00 0.00 | 0.00 = 90.00");
        assertThat(book.invoice("I1").amount("amountDue")).isEqualTo("40.00");
    }

    @Test
    void whatIsPledgedWithRecourseStaysWithAFlag() {
        long before = book.position();
        var assigned = post("/v1/customer-accounts/~C1/factoring",
                """
                        {'factoringId':'~F1','factor':'FACTOR','recourse':true,'items':[{'invoiceId':'~I1'},{'invoiceId':'~I2'}],
                         'guaranteeFundPercent':'10','effectiveDate':'2024-02-10'}""")
                .created();
        shows("/v1/factoring/~F1", assigned);
        assertThat(book.line("C1", "2024-02-10")).isEqualTo("0.00 | 150.00 0.00 0.00 0.00 | 0.00 = 150.00");
        assertThat(factored("2024-02-09")).isEqualTo("0.00");
        assertThat(factored("2024-02-10")).isEqualTo("150.00");
        assertThat(book.aged("2024-02-10", "asKnown=" + before).text("/totals/factored")).isEqualTo("0.00");
        assertThat(book.get(path("/v1/customer-accounts/~C1")).ok().amount("exposure")).isEqualTo("150.00");
        controller.post(path("/v1/customer-accounts/~C1/factoring"), json("""
                {'factor':'OTHER','recourse':true,'items':[{'invoiceId':'~I1'}],'effectiveDate':'2024-02-11'}"""))
                .refused(409, "ITEM_FACTORED");

        // The debtor pays the factor: the invoice is paid. Then us: what we get is owed to the factor.
        var settled = post("/v1/factoring/~F1/settlements", """
                {'items':[{'invoiceId':'~I1','instalment':1,'amount':{'amount':'100.00','currency':'EUR'}}],
                 'reference':'statement 3','effectiveDate':'2024-02-20'}""").created();
        shows("/v1/factoring/~F1", settled);
        assertThat(book.invoice("I1").text("/status")).isEqualTo("PAID");
        assertThat(factored("2024-02-20")).isEqualTo("50.00");
        book.payment("P1", "C1", "2024-02-25", "30.00");
        book.allocate("P1", "I2", "30.00", "2024-02-25");
        assertThat(factored("2024-02-25")).isEqualTo("20.00");
        assertThat(factor("2024-02-25").at("/owedToFactor/amount").asString()).isEqualTo("30.00");
        assertThat(factor("2024-02-25").at("/guaranteeFund/amount").asString()).isEqualTo("2.00");
        post("/v1/factoring/~F1/payouts", """
                {'amount':{'amount':'30.00','currency':'EUR'},'effectiveDate':'2024-02-28'}""");

        // The cheque bounces after we have passed the money on: the factor owes it back, and claims the item again.
        book.returned("P1", "2024-03-05");
        assertThat(factor("2024-03-05").at("/owedToFactor/amount").asString()).isEqualTo("-30.00");
        assertThat(factored("2024-03-05")).isEqualTo("50.00");
        assertThat(book.line("C1", "2024-03-05")).isEqualTo("0.00 | 0.00 50.00 0.00 0.00 | 0.00 = 50.00");

        // Nobody pays, so the factor returns it: it is ours to remind of.
        post("/v1/factoring/~F1/buy-back", """
                {'reason':'not paid','effectiveDate':'2024-04-01'}""");
        assertThat(factored("2024-04-01")).isEqualTo("0.00");
        assertThat(factored("2024-03-31")).isEqualTo("50.00");
        assertThat(book.line("C1", "2024-04-01")).isEqualTo("0.00 | 0.00 0.00 50.00 0.00 | 0.00 = 50.00");
    }

    /** It stays in the aged balance; who is asked for money is no matter of the balance. */
    @Test
    void whatTheFactorCollectsIsOnNoWorklistOfOurs() {
        post("/v1/customer-accounts/~C1/factoring", """
                {'factor':'FACTOR','recourse':true,'items':[{'invoiceId':'~I1'}],'effectiveDate':'2024-02-10'}""")
                .created();
        var overdue = book.get("/v1/collection-queues/overdue/items?asAt=2024-02-10&legalEntity=" + book.entity()).ok();
        assertThat(overdue.json().path("items").size()).isOne();
        assertThat(overdue.text("/items/0/overdue/amount")).isEqualTo("50.00");
        assertThat(overdue.text("/items/0/balance/amount")).isEqualTo("150.00");
        var explained = book.get(path("/v1/audit/explain?accountId=~C1&bucket=factored&asAt=2024-02-10")).ok();
        assertThat(explained.text("/figure/amount")).isEqualTo("100.00");
        assertThat(explained.text("/movements/0/type")).isEqualTo("ReceivablesFactored");
    }

    private String factored(String asAt) {
        var amount = book.aged(asAt).text("/totals/factored");
        var row = book.row("C1", asAt);
        assertThat(row.isMissingNode() ? "0.00" : row.path("factored").asString()).isEqualTo(amount);
        return amount;
    }

    private JsonNode factor(String asAt) {
        return book.get("/v1/factors?legalEntity=" + book.entity() + "&asAt=" + asAt).ok().json().at("/items/0");
    }

    private Answer post(String path, String body) {
        return book.seen(controller.post(path(path), json(body)));
    }

    private Answer shows(String path, Answer command) {
        return book.shows(path(path), command);
    }

    private String path(String path) {
        return path.replace("~", book.id(""));
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
