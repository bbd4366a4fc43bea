package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an auditor asks, told in calls: how did this account come to owe that, what was known when the month was signed, why is
 * it another figure today, who decided it.
 */
@SuppressWarnings("NullAway.Init")
class AuditStoryIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static int books;
    private Book book;
    private Api controller;

    /** 100.00 are invoiced in January, the customer pays 70.00 in February, and only in May somebody allocates 60.00 of it. */
    @BeforeEach
    void anAccountWithAHistory() {
        controller = Standalone.shared().asSubject("clerk", "controller", "integration");
        book = Book.open(controller, "AUDIT" + ++books);
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-15", "70.00");
        book.allocate("P1", "I1", "60.00", "2024-05-02");
    }

    @Test
    void aReplayTellsWhoDidWhatAndWhatCameOfIt() {
        var lines = replay("asAt=2024-12-31");
        assertThat(lines.stream()
                .map(line -> line.at("/event/type").asString() + ": "
                        + line.at("/before/balance/amount").asString() + " -> "
                        + line.at("/after/balance/amount").asString()
                        + ", unapplied " + line.at("/after/unapplied/amount").asString()))
                .containsExactly("CustomerAccountOpened: 0.00 -> 0.00, unapplied 0.00",
                        "InvoiceIssued: 0.00 -> 100.00, unapplied 0.00",
                        "PaymentReceived: 100.00 -> 30.00, unapplied 70.00",
                        "PaymentAllocated: 30.00 -> 30.00, unapplied 10.00",
                        "InvoiceSettledInPart: 30.00 -> 30.00, unapplied 10.00");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.at("/event/who").asString()).isEqualTo("clerk");
            assertThat(line.at("/event/commandId").asString()).isNotBlank();
        });
        var account = book.get("/v1/customer-accounts/" + book.id("C1") + "?asAt=2024-12-31").ok().json();
        for (var figure : List.of("balance", "amountDue", "overdue", "unapplied", "disputed", "doubtful")) {
            assertThat(lines.getLast().at("/after/" + figure)).as(figure).isEqualTo(account.path(figure));
        }
        var entity = book.get("/v1/audit/legal-entities/" + book.entity() + "/replay?asAt=2024-12-31").ok();
        assertThat(JSON.readTree(entity.body().lines().toList().getLast())
                .at("/after/balances/0/balance/amount")
                .asString()).isEqualTo("30.00");
    }

    /** In hindsight the invoice was paid in part in February; as decided only in May. The customer owed the same. */
    @Test
    void inHindsightMoneySettlesAClaimFromTheDayOnWhichBothWereThere() {
        assertThat(book.line("C1", "2024-02-29")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 70.00 = 30.00");
        assertThat(book.line("C1", "2024-02-29", "view=hindsight"))
                .isEqualTo("0.00 | 40.00 0.00 0.00 0.00 | 10.00 = 30.00");
        assertThat(book.line("C1", "2024-02-14", "view=hindsight"))
                .isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 0.00 = 100.00");
        assertThat(book.aged("2024-02-29", "view=hindsight").text("/view")).isEqualTo("hindsight");
        assertThat(book.get("/v1/customer-accounts/" + book.id("C1") + "/open-items?asAt=2024-02-29&view=hindsight")
                .ok()
                .text("/items/0/amountDue/amount")).isEqualTo("40.00");
        book.get("/v1/aged-balance?legalEntity=" + book.entity() + "&view=tomorrow").refused(422, "VIEW_UNKNOWN");
    }

    @Test
    void aDiffSaysWhyABalanceIsAnotherOneThanItWasSigned() {
        book.seen(controller.post("/v1/periods/" + book.entity() + "/2024-01/close", Map.of("reason", "January")));
        var signed = book.aged("2024-01-31", "asKnown=signoff:" + book.entity() + "/2024-01");
        assertThat(signed.text("/totals/balance")).isEqualTo("100.00");

        book.invoice("I2", "C1", "2024-01-20", "2024-02-19", "25.00");
        book.payment("P2", "C1", "2024-01-25", "5.00");

        assertThat(book.aged("2024-01-31", "asKnown=signoff:" + book.entity() + "/2024-01").text("/totals/balance"))
                .isEqualTo("100.00");
        for (var whose : List.of("accountId=" + book.id("C1"), "legalEntity=" + book.entity())) {
            var diff = book.get("/v1/audit/diff?" + whose + "&asAt=2024-01-31&asKnown=signoff:" + book.entity()
                    + "/2024-01").ok();
            assertThat(diff.text("/balance/known/amount")).isEqualTo("100.00");
            assertThat(diff.text("/balance/other/amount")).isEqualTo("120.00");
            assertThat(diff.text("/balance/difference/amount")).isEqualTo("20.00");
            assertThat(diff.json()
                    .path("lateFacts")
                    .valueStream()
                    .map(late -> late.at("/event/type").asString() + " " + late.at("/effect/amount").asString()
                            + " by " + late.at("/event/who").asString()))
                    .containsExactly("InvoiceIssued 25.00 by clerk", "PaymentReceived -5.00 by clerk");
        }
    }

    /** Who settles what changes no balance, but it changes the buckets. */
    @Test
    void aDiffAlsoNamesWhatOnlyMovesBetweenBuckets() {
        long before = book.position();
        book.allocate("P1", "I1", "10.00", "2024-02-20");
        var diff = book.get("/v1/audit/diff?accountId=" + book.id("C1") + "&asAt=2024-02-29&asKnown=" + before).ok();
        assertThat(diff.text("/balance/difference/amount")).isEqualTo("0.00");
        assertThat(diff.text("/lateFacts/0/effect/amount")).isEqualTo("0.00");
        assertThat(diff.texts("/lateFacts/0/bucketEffect/buckets")).containsExactly("-10.00", "0.00", "0.00", "0.00");
        assertThat(diff.text("/lateFacts/0/bucketEffect/unapplied")).isEqualTo("-10.00");
    }

    @Test
    void aFigureIsExplainedDownToTheCommand() {
        var explained = explain("accountId=" + book.id("C1") + "&bucket=3&asAt=2024-12-31");
        assertThat(explained.text("/figure/amount")).isEqualTo("40.00");
        assertThat(explained.json()
                .path("movements")
                .valueStream()
                .map(line -> line.path("kind").asString() + " " + line.at("/amount/amount").asString() + " "
                        + line.path("type").asString() + " by " + line.path("who").asString()))
                .containsExactly("ISSUED 100.00 InvoiceIssued by clerk", "CASH -60.00 PaymentAllocated by clerk");
        long position = explained.json().at("/movements/1/position").asLong();
        assertThat(book.get("/v1/audit/events/" + position).ok().text("/commandId"))
                .isEqualTo(explained.text("/movements/1/commandId"));
        assertThat(explain("accountId=" + book.id("C1") + "&asAt=2024-12-31").text("/figure/amount"))
                .isEqualTo("30.00");
        assertThat(explain("invoiceId=" + book.id("I1") + "&asAt=2024-12-31").text("/figure/amount"))
                .isEqualTo("40.00");
    }

    @Test
    void whatCannotBeToldIsRefusedAndWhatHasNotBegunIsEmpty() {
        var account = "accountId=" + book.id("C1");
        book.get("/v1/audit/accounts/NOBODY/replay").refused(404, "ACCOUNT_NOT_FOUND");
        book.get("/v1/audit/diff?" + account + "&asKnown=999999999999").refused(422, "AS_KNOWN_IN_FUTURE");
        book.get("/v1/audit/diff?" + account + "&legalEntity=" + book.entity()).refused(400, "PARAMETER_INVALID");
        book.get("/v1/audit/diff").refused(400, "REQUIRED");
        book.get("/v1/audit/explain?" + account + "&bucket=9").refused(400, "PARAMETER_INVALID");
        assertThat(replay("asAt=2023-12-31")).isEmpty();
        var nothing = book.get("/v1/audit/diff?" + account + "&asAt=2023-12-31&asKnown=0").ok();
        assertThat(nothing.text("/balance/difference/amount")).isEqualTo("0.00");
        assertThat(nothing.json().path("lateFacts")).isEmpty();
    }

    private Answer explain(String question) {
        var explained = book.get("/v1/audit/explain?" + question).ok();
        var sum = explained.json()
                .path("movements")
                .valueStream()
                .map(line -> new BigDecimal(line.at("/amount/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).as(explained.toString()).isEqualByComparingTo(explained.text("/figure/amount"));
        return explained;
    }

    private List<JsonNode> replay(String question) {
        return book.get("/v1/audit/accounts/" + book.id("C1") + "/replay?" + question)
                .ok()
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
    }
}
