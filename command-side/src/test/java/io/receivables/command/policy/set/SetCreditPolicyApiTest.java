package io.receivables.command.policy.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetCreditPolicyApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @Test
    void anUnknownEntityIsRefused() {
        api.put("/v1/credit-policies/" + Book.id("NONE"), body("2026-01-01", Book.eur("50.00")))
                .expect(404, "LEGAL_ENTITY_NOT_FOUND");
    }

    @Test
    void anotherEntitysPolicyIsNotThere() {
        var stranger = Api.of(TestIdentity.token("stranger", List.of(Role.CONTROLLER), List.of("DE99")));
        stranger.put(path(), body("2026-01-01", Book.eur("50.00"))).expect(404, "LEGAL_ENTITY_NOT_FOUND");
    }

    @Test
    void limitsAreInTheBaseCurrency() {
        var refused = api.put(path(), body("2026-01-01", "{'amount':'50.00','currency':'USD'}"))
                .expect(422, "CURRENCY_MISMATCH");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/approvals/writeOffLimit");
    }

    @Test
    void aMissingLimitIsRefused() {
        api.put(path(), "{'validFrom':'2026-01-01','approvals':{'refundLimit':%s}}".formatted(Book.eur("1.00")))
                .expect(400, "REQUIRED");
    }

    @Test
    void aVersionThatTheClientHasNotSeenIsRefused() {
        api.put(path(), body("2026-01-01", Book.eur("50.00"))).expect(201);
        api.send("PUT", path(), Book.id("key"), body("2026-02-01", Book.eur("60.00")), Map.of("If-Match", "\"7\""))
                .expect(412, "VERSION_MOVED");
    }

    @Test
    void versionsCountFromOne() {
        var first = api.put(path(), body("2026-01-01", Book.eur("50.00"))).expect(201);
        assertThat(first.body().at("/policyVersion").asInt()).isEqualTo(1);
        assertThat(first.at("/approvals/writeOffLimit/amount")).isEqualTo("50.00");
        assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
        var second = api.put(path(), body("2025-06-01", Book.eur("60.00"))).expect(200);
        assertThat(second.body().at("/policyVersion").asInt()).isEqualTo(2);
        assertThat(second.body().at("/position").asLong()).isGreaterThan(first.body().at("/position").asLong());
    }

    @Test
    void aDecisionIsJudgedByTheVersionValidAtItsDate() {
        api.put(path(), body("2026-02-01", Book.eur("50.00"))).expect(201);
        api.put(path(), body("2026-03-01", Book.eur("10.00"))).expect(200);
        api.put(path(), body("2026-02-01", Book.eur("30.00"))).expect(200);
        var invoice = book.invoice("1000.00");
        assertThat(writeOff(invoice, "0.01", "2026-01-31")).isEqualTo("PENDING");
        assertThat(writeOff(invoice, "30.00", "2026-02-28")).isEqualTo("APPROVED");
        assertThat(writeOff(invoice, "30.01", "2026-02-28")).isEqualTo("PENDING");
        assertThat(writeOff(invoice, "10.01", "2026-03-01")).isEqualTo("PENDING");
        assertThat(writeOff(invoice, "10.00", "2026-03-01")).isEqualTo("APPROVED");
    }

    @Test
    void aDocumentInAnotherCurrencyHasNoLimit() {
        book.limits("50.00", "50.00");
        var account = Book.openAccount(book.entity, Book.id("USD"), "USD");
        var invoice = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','dueDate':'2026-01-31',
                 'total':{'amount':'10.00','currency':'USD'}}""".formatted(invoice, invoice, account)).expect(201);
        var answer = api.post("/v1/invoices/" + invoice + "/write-offs",
                "{'reason':'insolvency','effectiveDate':'2026-02-01'}").expect(201);
        assertThat(answer.at("/status")).isEqualTo("PENDING");
    }

    private String writeOff(String invoice, String amount, String date) {
        return api.post("/v1/invoices/" + invoice + "/write-offs",
                "{'amount':%s,'reason':'insolvency','effectiveDate':'%s'}".formatted(Book.eur(amount), date))
                .expect(201)
                .at("/status");
    }

    private String path() {
        return "/v1/credit-policies/" + book.entity;
    }

    private static String body(String validFrom, String writeOffLimit) {
        return "{'validFrom':'%s','approvals':{'writeOffLimit':%s,'refundLimit':%s}}".formatted(validFrom,
                writeOffLimit, Book.eur("200.00"));
    }
}
