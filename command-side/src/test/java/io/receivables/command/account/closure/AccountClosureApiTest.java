package io.receivables.command.account.closure;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountClosureApiTest {

    private static final String TODAY = LocalDate.now(ZoneId.of("Europe/Paris")).toString();

    private final Book book = Book.open();
    private final Api api = Api.as("conrad", Role.CONTROLLER);

    @Test
    void whatIsOpenIsNamed() {
        var invoice = book.invoice("100.00");
        assertThat(close(TODAY).expect(409, "ACCOUNT_NOT_SETTLED").at("/detail")).contains("balance of 100.00 EUR",
                "invoice " + invoice + "/1 of 100.00 EUR");
        var payment = book.payment("100.00");
        assertThat(close(TODAY).expect(409, "ACCOUNT_NOT_SETTLED").at("/detail")).as("a zero balance is not enough")
                .contains("balance of 0.00 EUR", "2 items", "payment " + payment + " of 100.00 EUR");
        allocate(payment, invoice, "2026-01-20");
        close(TODAY).expect(201);
    }

    @Test
    void aPendingRefundIsSomethingOpen() {
        var payment = book.payment("30.00");
        api.post("/v1/payments/" + payment + "/refunds",
                "{'amount':%s,'reason':'paid twice','effectiveDate':'2026-02-01'}".formatted(Book.eur("30.00")))
                .expect(201);
        assertThat(close(TODAY).expect(409, "ACCOUNT_NOT_SETTLED").at("/detail")).contains("refund", "30.00 EUR");
    }

    @Test
    void itIsAtRestFromItsLastMoveOn() {
        var invoice = book.invoice("100.00");
        var payment = book.payment("100.00");
        allocate(payment, invoice, "2026-02-05");
        var refused = close("2026-02-04").expect(422, "NOT_AVAILABLE_AT_DATE");
        assertThat(refused.at("/detail")).contains("2026-02-04", "first possible date: 2026-02-05");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/effectiveDate");
        var closed = close("2026-02-05").expect(201);
        assertThat(closed.at("/closedDate")).isEqualTo("2026-02-05");
        assertThat(closed.at("/closedBy")).isEqualTo("conrad");
    }

    @Test
    void anotherOnesAccountIsNotFoundAndTheFutureIsRefused() {
        Api.of(TestIdentity.token("sam", List.of(Role.CONTROLLER), List.of("XX01")))
                .post("/v1/customer-accounts/" + book.account + "/closure",
                        "{'reason':'x','effectiveDate':'" + TODAY + "'}")
                .expect(404, "ACCOUNT_NOT_FOUND");
        Api.as(Role.CLERK).post("/v1/customer-accounts/" + book.account + "/closure", "{}").expect(403, "FORBIDDEN");
        close("2099-01-01").expect(422, "DATE_IN_FUTURE");
        reopen(TODAY).expect(409, "ACCOUNT_NOT_CLOSED");
    }

    @Test
    void nothingIsBookedOnAClosedAccount() {
        var invoice = book.invoice("100.00");
        var payment = book.payment("100.00");
        var allocation = allocate(payment, invoice, "2026-01-20");
        var elsewhere = Book.openAccount(book.entity, Book.id("C"), "EUR");
        var cash = Book.id("P");
        api.post("/v1/payments", """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'2026-01-20','method':'CASH'}"""
                .formatted(cash, elsewhere, Book.eur("10.00"))).expect(201);
        close(TODAY).expect(201);
        close(TODAY).expect(409, "ACCOUNT_CLOSED");

        var reason = "{'reason':'x','effectiveDate':'" + TODAY + "'}";
        issue(book.account, TODAY).expect(409, "ACCOUNT_CLOSED");
        assertThat(issue(book.account, "2026-01-05").expect(409, "ACCOUNT_CLOSED").at("/detail")).contains(TODAY);
        api.post("/v1/payments", """
                {'accountId':'%s','amount':%s,'receivedDate':'2026-01-20','method':'CASH'}"""
                .formatted(book.account, Book.eur("10.00"))).expect(409, "ACCOUNT_CLOSED");
        api.post("/v1/payments/" + payment + "/reversal", reason).expect(409, "ACCOUNT_CLOSED");
        api.post("/v1/payments/" + payment + "/allocations/" + allocation + "/reversal", reason)
                .expect(409, "ACCOUNT_CLOSED");
        api.post("/v1/payments/" + cash + "/transfers", """
                {'accountId':'%s','amount':%s,'reason':'x','effectiveDate':'%s'}"""
                .formatted(book.account, Book.eur("10.00"), TODAY)).expect(409, "ACCOUNT_CLOSED");
        api.post("/v1/invoices/" + invoice + "/late-charges",
                "{'kind':'FEE','amount':%s,'effectiveDate':'%s'}".formatted(Book.eur("5.00"), TODAY))
                .expect(409, "ACCOUNT_CLOSED");
        api.put("/v1/customer-accounts/" + book.account + "/terms",
                "{'terms':{'netDays':10},'effectiveDate':'" + TODAY + "'}").expect(409, "ACCOUNT_CLOSED");
        issue(elsewhere, TODAY).expect(201);

        reopen(TODAY).expect(200);
        api.post("/v1/payments/" + payment + "/reversal", reason).expect(200);
        issue(book.account, TODAY).expect(201);
        close(TODAY).expect(409, "ACCOUNT_NOT_SETTLED");
    }

    /** Whichever comes first: the other one sees it. */
    @Test
    void anInvoiceThatRacesAClosingIsRefusedOrRefusesIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            var account = Book.openAccount(book.entity, Book.id("C"), "EUR");
            var calls = new ArrayList<Callable<Integer>>();
            IntStream.range(0, 8).forEach(_ -> calls.add(() -> issue(account, TODAY).status()));
            calls.add(round, () -> close(account, TODAY).status());
            var statuses = new ArrayList<Integer>();
            try (var threads = Executors.newFixedThreadPool(9)) {
                for (var call : threads.invokeAll(calls)) {
                    statuses.add(call.get());
                }
            }
            int closing = statuses.remove(round);
            assertThat(statuses).containsOnly(closing == 201 ? 409 : 201);
        }
    }

    private Api.Answer issue(String account, String date) {
        var id = Book.id("INV");
        return api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'%s','total':%s}"""
                .formatted(id, id, account, date, Book.eur("1.00")));
    }

    private String allocate(String payment, String invoice, String date) {
        return api.post("/v1/payments/" + payment + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'%s'}""".formatted(invoice, Book.eur("100.00"), date))
                .expect(201)
                .at("/allocationId");
    }

    private Api.Answer close(String date) {
        return close(book.account, date);
    }

    private Api.Answer close(String account, String date) {
        return api.post("/v1/customer-accounts/" + account + "/closure",
                "{'reason':'merged','effectiveDate':'" + date + "'}");
    }

    private Api.Answer reopen(String date) {
        return api.post("/v1/customer-accounts/" + book.account + "/reopening",
                "{'reason':'a debit came back','effectiveDate':'" + date + "'}");
    }
}
