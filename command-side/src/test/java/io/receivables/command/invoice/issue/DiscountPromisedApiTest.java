package io.receivables.command.invoice.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;

/** What an invoice promises for early payment, in each of the three ways with tax. */
class DiscountPromisedApiTest {

    private static final String LINES = """
            'lines':[{'description':'work','netAmount':{'amount':'1000.00','currency':'EUR'},'taxRate':'20'},
                     {'description':'books','netAmount':{'amount':'100.00','currency':'EUR'},'taxRate':'10'}]""";

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @Test
    void aDiscountOfAllIsRefused() {
        issue("'total':" + Book.eur("100.00"), "'percent':'100'").expect(422, "DISCOUNT_TOO_LARGE");
    }

    @Test
    void includedTheTaxFallsWithIt() {
        shows(issue(LINES, "'percent':'2'"), "1310.00", "1283.80");
    }

    @Test
    void excludedItIsReckonedOnTheNetAmountAndTheTaxStays() {
        shows(issue(LINES, "'percent':'2','taxMode':'EXCLUDED'"), "1310.00", "1288.00");
    }

    /** 980.00 at 20 % and 98.00 at 10 %: 196.00 + 9.80 of tax, whether the discount will be taken or not. */
    @Test
    void mixedTheTaxIsReckonedOnTheDiscountedAmountFromTheStart() {
        shows(issue(LINES, "'percent':'2','taxMode':'MIXED'"), "1305.80", "1283.80");
    }

    @Test
    void theTermsOfTheAccountDoTheSame() {
        api.put("/v1/customer-accounts/" + book.account + "/terms", """
                {'effectiveDate':'2026-01-01','terms':{'netDays':30,
                 'discount':{'percent':'2','withinDays':10,'taxMode':'MIXED'}}}""").expect(200);
        shows(api.post("/v1/invoices", "{'invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-20',%s}"
                .formatted(Book.id("N"), book.account, LINES)), "1305.80", "1283.80");
    }

    @Test
    void aLaterPolicyChangesNothingOfWhatWasPromised() {
        policy("2026-01-01", "PRO_RATA", 20);
        var before = issue("'total':" + Book.eur("100.00"), "'percent':'2'").expect(201);
        policy("2026-01-02", "ALL_OR_NOTHING", 0);
        var payment = book.payment("49.00");
        var answer = api.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-20'}"
                        .formatted(before.at("/invoiceId"), Book.eur("49.00")))
                .expect(201);
        assertThat(before.at("/discount/mode")).isEqualTo("PRO_RATA");
        assertThat(answer.at("/allocations/0/discount/amount")).isEqualTo("1.00");
    }

    private void policy(String validFrom, String mode, int grace) {
        assertThat(api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'%s','discounts':{'mode':'%s','graceDays':%d}}".formatted(validFrom, mode, grace))
                .status())
                .isIn(200, 201);
    }

    private Api.Answer issue(String amounts, String discount) {
        return api.post("/v1/invoices", """
                {'invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','dueDate':'2026-01-31',%s,
                 'discount':{%s,'until':'2026-01-15'}}""".formatted(Book.id("N"), book.account, amounts, discount));
    }

    /** A payment of January 10 shows what is to pay in time: it leaves nothing open, and nothing of itself. */
    private void shows(Api.Answer invoice, String total, String toPayInTime) {
        invoice.expect(201);
        assertThat(invoice.at("/total/amount")).isEqualTo(total);
        assertThat(invoice.at("/instalments/0/amount/amount")).isEqualTo(total);
        var payment = Book.id("P");
        api.post("/v1/payments", """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'2026-01-21','valueDate':'2026-01-10',
                 'method':'BANK_TRANSFER','allocations':[{'invoiceId':'%s','amount':%s}]}"""
                .formatted(payment, book.account, Book.eur(toPayInTime), invoice.at("/invoiceId"),
                        Book.eur(toPayInTime)))
                .expect(201);
        api.post("/v1/payments/" + book.payment("1.00") + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-21'}"
                        .formatted(invoice.at("/invoiceId"), Book.eur("0.01")))
                .expect(422, "ALLOCATION_EXCEEDS_OPEN");
    }
}
