package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an auditor of internal controls is told: who looked, and what was out of the ordinary. */
@SuppressWarnings("NullAway.Init")
class ControlsStoryIT {

    private static int books;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    private Book book;
    private Api conrad;
    private Api clara;
    private Api anna;
    private String claraName;

    @BeforeEach
    void aBook() {
        claraName = "clara-" + UUID.randomUUID().toString().substring(0, 6);
        conrad = Standalone.shared().asSubject("conrad", "controller");
        clara = Standalone.shared().asSubject(claraName, "clerk", "credit-manager");
        anna = Standalone.shared().asSubject("anna", "auditor");
        book = Book.open(conrad, "CONTROLS" + ++books);
        book.account("C1");
        book.invoice("I1", "C1", today.toString(), today.toString(), "500.00");
    }

    @Test
    void whoTriesToApproveTheOwnRequestIsInTheReport() {
        var writeOff = asked("30.00", 201);
        clara.post("/v1/write-offs/" + writeOff + "/approval", "{}").refused(403, "APPROVER_IS_REQUESTER");
        book.seen(conrad.post("/v1/write-offs/" + writeOff + "/approval", "{}"));

        var line = exceptions("kind=OWN_APPROVAL_REFUSED").at("/items/0");
        assertThat(line.path("approvalId").asString()).isEqualTo(writeOff);
        assertThat(line.path("who").asString()).isEqualTo(claraName);
        assertThat(line.path("requestedBy").asString()).isEqualTo(claraName);
        assertThat(line.at("/amount/amount").asString()).isEqualTo("30.00");
        var fact = anna.get(line.path("event").asString()).ok();
        assertThat(fact.text("/type")).isEqualTo("ApprovalRefused");
        assertThat(anna.get(line.path("replay").asString()).ok().body()).contains("ApprovalRefused");
        assertThat(book.get("/v1/write-offs/" + writeOff).ok().text("/status")).as("it changed nothing")
                .isEqualTo("APPROVED");
    }

    @Test
    void amountsThatAreSplitUnderTheLimitAddUp() {
        book.seen(conrad.put("/v1/credit-policies/" + book.entity(), """
                {"validFrom":"2024-01-01","approvals":{"writeOffLimit":{"amount":"50.00","currency":"EUR"},
                 "refundLimit":{"amount":"0.00","currency":"EUR"}}}"""));
        asked("40.00", 201);
        assertThat(exceptions("kind=SPLIT_UNDER_LIMIT").path("items")).isEmpty();
        asked("35.00", 201);

        var line = exceptions("kind=SPLIT_UNDER_LIMIT").at("/items/0");
        assertThat(line.at("/amount/amount").asString()).isEqualTo("75.00");
        assertThat(line.at("/limit/amount").asString()).isEqualTo("50.00");
        assertThat(line.path("facts").asInt()).isEqualTo(2);
        assertThat(line.path("requestedBy").asString()).isEqualTo(claraName);
        // Rates are common to all legal entities and may have been set by others.
        assertThat(exceptions("kind=POLICY_CHANGED").path("items").valueStream().map(it -> it.path("type").asString()))
                .contains("CreditPolicySet");
    }

    @Test
    void backdatedFactsReversalsAndReopenedMonthsAreInTheReport() {
        book.invoice("OLD", "C1", "2024-03-01", "2024-03-31", "70.00");
        book.seen(conrad.post(period("close"), Map.of("reason", "March")));
        book.invoice("LATE", "C1", "2024-03-15", "2024-04-15", "40.00");
        book.seen(conrad.post(period("reopen"), Map.of("reason", "an invoice came too late")));
        var writeOff = asked("30.00", 201);
        book.seen(conrad.post("/v1/write-offs/" + writeOff + "/approval", "{}"));
        book.seen(conrad.post("/v1/write-offs/" + writeOff + "/reversal", Book.reason("found", today.toString())));

        assertThat(exceptions("kind=BACKDATED").toString()).contains(book.id("OLD")).doesNotContain(book.id("I1"));
        var closed = exceptions("kind=IN_CLOSED_PERIOD").at("/items/0");
        assertThat(closed.at("/stream/id").asString()).isEqualTo(book.id("LATE"));
        assertThat(closed.at("/amount/amount").asString()).isEqualTo("40.00");
        assertThat(exceptions("kind=PERIOD_REOPENED").at("/items/0/why").asString())
                .isEqualTo("an invoice came too late");
        var reversed = exceptions("kind=WRITE_OFF_REVERSED").at("/items/0");
        assertThat(reversed.path("requestedBy").asString()).isEqualTo(claraName);
        assertThat(reversed.at("/approvedBy/0").asString()).isEqualTo("conrad");

        var all = exceptions("limit=500");
        long counted = all.path("totals").valueStream().mapToLong(it -> it.path("count").asLong()).sum();
        assertThat((long) all.path("items").size()).isEqualTo(counted);
        var page = anna.call("GET", "/exceptions?legalEntity=" + book.entity() + "&from=" + today.minusDays(1) + "&to="
                + today.plusDays(1)).with("Accept", "text/html").with("Accept-Language", "en").send().ok();
        assertThat(page.body()).contains("Write-off reversed", "Period reopened", claraName);
    }

    @Test
    void whoLookedIsKeptAndTheLookAtThatToo() {
        book.seen(clara.call("GET", "/v1/customer-accounts/" + book.id("C1") + "?asAt=" + today)
                .with("If-Consistent-With", Long.toString(book.position()))
                .with("X-Purpose", "call of the customer")
                .send());
        anna.get("/v1/audit/accounts/" + book.id("C1") + "/replay").ok();
        clara.get("/v1/audit/accounts/" + book.id("C1") + "/replay").refused(403, "FORBIDDEN");

        var reads = anna.get("/v1/audit/access-log?accountId=" + book.id("C1") + "&who=" + claraName).ok().json();
        assertThat(reads.at("/items/0/status").asInt()).as("what was refused is kept as well").isEqualTo(403);
        assertThat(reads.at("/items/1/purpose").asString()).isEqualTo("call of the customer");
        assertThat(reads.at("/items/1/legalEntities/0").asString()).isEqualTo(book.entity());
        var replay = anna.get("/v1/audit/access-log?kind=REPLAY&who=anna&accountId=" + book.id("C1")).ok();
        assertThat(replay.json().at("/items/0/rows").asInt()).isEqualTo(2);
        var looks = anna.get("/v1/audit/access-log?kind=ACCESS_LOG&who=anna&accountId=" + book.id("C1")).ok();
        assertThat(looks.json().path("items").size()).as("each look before this one").isEqualTo(2);
        clara.get("/v1/audit/access-log").refused(403, "FORBIDDEN");
        Standalone.shared().asSubject("machine", "integration").get("/v1/invoices/" + book.id("I1")).ok();
        assertThat(anna.get("/v1/audit/access-log?who=machine").ok().json().path("items")).isEmpty();
    }

    private String asked(String amount, int status) {
        var answer = clara.post("/v1/invoices/" + book.id("I1") + "/write-offs",
                Map.of("amount", book.money(amount), "reason", "small", "effectiveDate", today.toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return book.seen(answer).text("/writeOffId");
    }

    private JsonNode exceptions(String parameters) {
        return anna.call("GET", "/v1/audit/exceptions?legalEntity=" + book.entity() + "&from=" + today.minusDays(1)
                + "&to=" + today.plusDays(1) + "&" + parameters)
                .with("If-Consistent-With", Long.toString(newest()))
                .send()
                .ok()
                .json();
    }

    /** A refusal answers no position: what it left behind is waited for by asking for the newest that there is. */
    private long newest() {
        return book.seen(conrad.put("/v1/customer-accounts/" + book.id("C1") + "/terms",
                Map.of("terms", Map.of("netDays", 30), "effectiveDate", today.toString()))).position();
    }

    private String period(String what) {
        return "/v1/periods/" + book.entity() + "/2024-03/" + what;
    }
}
