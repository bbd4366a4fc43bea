package io.receivables.command.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;

/** Noting what was said and written. */
class LogContactApiTest {

    private final Book book = Book.open();
    private final Api collector = Api.as("ines", Role.COLLECTOR);

    @Test
    void whatCannotBeIsRefused() {
        log("'kind':'CALL','direction':'OUTGOING','note':'n','at':'yesterday'").expect(422, "DATE_INVALID");
        log("'kind':'CALL','direction':'OUTGOING','note':'n','at':'2199-01-01'").expect(422, "DATE_IN_FUTURE");
        log("'kind':'CALL','direction':'OUTGOING','note':'n','at':'2024-12-31'").expect(422, "BEFORE_ACCOUNT_OPENED");
        log("'kind':'CALL','direction':'OUTGOING','at':'2026-02-01'").expect(400, "REQUIRED");
        log("'kind':'CALL','direction':'OUTGOING','note':'n','at':'2026-02-01','invoiceIds':['no-such']").expect(404,
                "INVOICE_NOT_FOUND");
        log("'kind':'CALL','direction':'OUTGOING','note':'n','at':'2026-02-01','invoiceIds':['%s']"
                .formatted(Book.open().invoice("1.00"))).expect(422, "ACCOUNT_MISMATCH");
        collector.post("/v1/customer-accounts/no-such/contact-log",
                "{'kind':'CALL','direction':'OUTGOING','note':'n','at':'2026-02-01'}").expect(404, "ACCOUNT_NOT_FOUND");
    }

    /** 23:30 in UTC is the next day in Paris. */
    @Test
    void aMomentFallsOnTheDayOfTheLegalEntity() {
        var invoice = book.invoice("1.00");
        var logged = log(
                """
                        'kind':'CALL','direction':'OUTGOING','outcome':'PROMISED','note':'will pay on Friday',
                        'at':'2026-02-01T23:30:00Z','invoiceIds':['%s'],'nextAction':{'what':'call again','date':'2026-02-09'}"""
                        .formatted(invoice))
                .expect(201);
        assertThat(logged.at("/date")).isEqualTo("2026-02-02");
        assertThat(logged.at("/at")).isEqualTo("2026-02-01T23:30:00Z");
        assertThat(logged.at("/loggedBy")).isEqualTo("ines");
        assertThat(logged.at("/nextAction/date")).isEqualTo("2026-02-09");
        assertThat(logged.headers().firstValue("Location"))
                .contains("/v1/customer-accounts/" + book.account + "/contact-log");
    }

    @Test
    void anIdIsTakenOnce() {
        var id = Book.id("K");
        log("'contactId':'%s','kind':'EMAIL','direction':'INCOMING','note':'n','at':'2026-02-01'".formatted(id))
                .expect(201);
        log("'contactId':'%s','kind':'EMAIL','direction':'INCOMING','note':'n','at':'2026-02-01'".formatted(id))
                .expect(409, "CONTACT_ALREADY_EXISTS");
    }

    private Api.Answer log(String body) {
        return collector.post("/v1/customer-accounts/" + book.account + "/contact-log", "{" + body + "}");
    }
}
