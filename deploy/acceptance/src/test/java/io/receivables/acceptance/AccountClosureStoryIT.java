package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an account ends, told in calls: a customer whose last invoice was paid on 2024-02-10. */
@SuppressWarnings("NullAway.Init")
class AccountClosureStoryIT {

    private static int books;
    private Book book;
    private Api api;

    @BeforeEach
    void anAccountThatCameToRest() {
        api = Standalone.shared().asSubject("mary", "controller");
        book = Book.open(api, "CLOSURE" + ++books);
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "500.00");
    }

    @Test
    void whatIsOpenInEitherDirectionIsNamed() {
        assertThat(close("2024-03-01").refused(409, "ACCOUNT_NOT_SETTLED").text("/detail"))
                .contains("balance of 500.00 EUR", book.id("I1") + "/1 of 500.00 EUR");
        book.payment("P1", "C1", "2024-02-10", "500.00");
        assertThat(close("2024-03-01").refused(409, "ACCOUNT_NOT_SETTLED").text("/detail"))
                .as("a balance of zero is not enough")
                .contains("balance of 0.00 EUR", "payment " + book.id("P1") + " of 500.00 EUR");
        book.allocate("P1", "I1", "500.00", "2024-02-10");
        assertThat(close("2024-02-09").refused(422, "NOT_AVAILABLE_AT_DATE").text("/detail"))
                .contains("first possible date: 2024-02-10");
        book.seen(close("2024-02-10")).created();
        assertThat(account("?asAt=2024-02-09").text("/closedDate")).isEmpty();
        assertThat(account("?asAt=2024-02-10").text("/closedDate")).isEqualTo("2024-02-10");
    }

    @Test
    void aReturnedDebitReopensItFirst() {
        book.payment("P1", "C1", "2024-02-10", "500.00", Map.of("I1", "500.00"));
        book.seen(close("2024-03-01"));
        book.issue("I2", "C1", "2024-04-01", "10.00", Map.of()).refused(409, "ACCOUNT_CLOSED");
        var back = "/v1/payments/" + book.id("P1") + "/reversal";
        api.post(back, Book.reason("returned by the bank", "2024-03-05")).refused(409, "ACCOUNT_CLOSED");

        book.seen(api.post("/v1/customer-accounts/" + book.id("C1") + "/reopening",
                Book.reason("a debit came back", "2024-03-05")));
        book.returned("P1", "2024-03-05");
        assertThat(account("").amount("balance")).isEqualTo("500.00");
        assertThat(account("").text("/closedDate")).isEmpty();
        assertThat(account("?asAt=2024-03-04").text("/closedDate")).isEqualTo("2024-03-01");
    }

    private Answer account(String more) {
        return book.get("/v1/customer-accounts/" + book.id("C1") + more).ok();
    }

    private Answer close(String date) {
        return api.post("/v1/customer-accounts/" + book.id("C1") + "/closure",
                Book.reason("the customer went to a sister company", date));
    }
}
