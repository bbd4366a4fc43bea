package io.receivables.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;

/** A refusal that a rule makes names the field of the request, as one does that the reader makes. */
class RefusedFieldTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @Test
    void aDateInTheFuture() {
        refused(issue("2199-01-01"), "DATE_IN_FUTURE", "/issueDate");
        refused(receive("2199-01-01", ""), "DATE_IN_FUTURE", "/receivedDate");
        refused(allocate(book.payment("10.00"), book.invoice("10.00"), "2199-01-01", ""), "DATE_IN_FUTURE",
                "/effectiveDate");
    }

    @Test
    void aDateBeforeTheAccountWasOpened() {
        refused(issue("2024-12-31"), "BEFORE_ACCOUNT_OPENED", "/issueDate");
        refused(receive("2024-12-31", ""), "BEFORE_ACCOUNT_OPENED", "/receivedDate");
    }

    @Test
    void aDateAtWhichTheAmountIsNotThere() {
        refused(allocate(book.payment("10.00"), book.invoice("10.00"), "2026-01-19", ""), "NOT_AVAILABLE_AT_DATE",
                "/effectiveDate");
    }

    @Test
    void anInstalmentThatTheInvoiceDoesNotHave() {
        var invoice = book.invoice("10.00");
        refused(allocate(book.payment("10.00"), invoice, "2026-01-20", ",'instalment':7"), "INSTALMENT_UNKNOWN",
                "/instalment");
        refused(receive("2026-01-20", ",'allocations':[{'invoiceId':'%s','amount':%s,'instalment':7}]"
                .formatted(invoice, Book.eur("1.00"))), "INSTALMENT_UNKNOWN", "/allocations/0/instalment");
    }

    @Test
    void aFieldThatStandsTwice() {
        var answer = api.post("/v1/invoices", "{'invoiceNumber':'A','total':{'amount':'1','amount':'2'}}")
                .expect(400, "DUPLICATE_FIELD");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/total/amount");
    }

    private static void refused(Api.Answer answer, String code, String pointer) {
        answer.expect(422, code);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(answer.at("/errors/0/detail")).isEqualTo(answer.at("/detail"));
    }

    private Api.Answer issue(String date) {
        return api.post("/v1/invoices", "{'invoiceNumber':'%s','accountId':'%s','issueDate':'%s','total':%s}"
                .formatted(Book.id("N"), book.account, date, Book.eur("10.00")));
    }

    private Api.Answer receive(String date, String more) {
        return api.post("/v1/payments",
                "{'accountId':'%s','receivedDate':'%s','amount':%s,'method':'BANK_TRANSFER'%s}"
                        .formatted(book.account, date, Book.eur("10.00"), more));
    }

    private Api.Answer allocate(String payment, String invoice, String date, String more) {
        return api.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'%s'%s}"
                        .formatted(invoice, Book.eur("1.00"), date, more));
    }
}
