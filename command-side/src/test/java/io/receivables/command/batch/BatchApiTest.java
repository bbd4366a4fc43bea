package io.receivables.command.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over HTTP, on the running command side. */
class BatchApiTest {

    private final Book book = Book.open();
    private final Api controller = Api.as(Role.CONTROLLER);
    private final Batches batches = new Batches(controller);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);

    @Test
    void aBatchWithoutLinesIsRefused() {
        batches.post("", null, List.of("", "  ")).expect(422, "BATCH_EMPTY");
    }

    @Test
    void aBatchOfAnotherTypeIsRefused() {
        controller.send("POST", "/v1/batches", null, "{}", Map.of()).expect(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aDryRunHasABound() {
        var line = Batches.line("k", "IssueInvoice", "{}");
        batches.post("?dryRun=true", null, IntStream.rangeClosed(0, BatchIntake.MAX_DRY_RUN_LINES)
                .mapToObj(_ -> line)
                .toList()).expect(413, "BODY_TOO_LARGE");
    }

    @Test
    void aJobIsShownToWhoPostedIt() {
        var job = batches.accepted("", List.of(Batches.line(Book.id("key"), "IssueInvoice",
                Batches.invoice(book, Book.id("INV"), "1.00"))));
        Api.as("somebody else", Role.CONTROLLER).send("GET", job, null, "", Map.of()).expect(404, "JOB_NOT_FOUND");
        controller.send("GET", "/v1/jobs/none", null, "", Map.of()).expect(404, "JOB_NOT_FOUND");
        batches.done(job);
        controller.send("GET", job + "/results?outcome=maybe", null, "", Map.of()).expect(422, "VALUE_INVALID");
        controller.send("GET", job + "/results?limit=501", null, "", Map.of()).expect(422, "LIMIT_TOO_LARGE");
        controller.send("GET", job + "/results?after=x", null, "", Map.of()).expect(422, "VALUE_INVALID");
    }

    @Test
    void aBadLineHasItsReasonAndItsNeighboursAreDone() {
        var invoice = Book.id("INV");
        var payment = book.payment("100.00");
        var lines = List.of(Batches.line(Book.id("key"), "IssueInvoice", Batches.invoice(book, invoice, "100.00")),
                "{'key':",
                "",
                Batches.line(Book.id("key"), "PayTheBill", "{}"),
                "{'command':'IssueInvoice','body':{}}",
                Batches.line("k\u00e9y", "IssueInvoice", Batches.invoice(book, Book.id("INV"), "1.00")),
                Batches.line(Book.id("key"), "AllocatePayment", Batches.allocation(invoice, "1.00")),
                Batches.line(Book.id("key"), "IssueInvoice",
                        Batches.invoice(book, Book.id("INV"), "1.00").replace("2026-01-01", "2026-02-30")),
                Batches.line(Book.id("key"), "AllocatePayment", payment, Batches.allocation(invoice, "100.01")),
                "{'key':'k','command':'IssueInvoice','body':{},'more':1}",
                "{'key':'%s','command':'IssueInvoice','body':{'invoiceNumber':'%s'}}".formatted(Book.id("key"),
                        "x".repeat(BatchIntake.MAX_LINE_BYTES)),
                Batches.line(Book.id("key"), "AllocatePayment", payment, Batches.allocation(invoice, "100.00")));
        var job = batches.accepted("", lines);
        var summary = batches.done(job);
        var rows = batches.results(job, "");
        assertThat(Batches.shown(rows)).containsExactly("1 201", "2 MALFORMED_JSON", "4 COMMAND_UNKNOWN",
                "5 REQUIRED", "6 IDEMPOTENCY_KEY_INVALID", "7 PARAMETER_INVALID", "8 DATE_INVALID",
                "9 ALLOCATION_EXCEEDS_OPEN", "10 UNKNOWN_FIELD", "11 BODY_TOO_LARGE", "12 201");
        assertThat(rows.get(6).at("/errors/0/pointer").asString()).isEqualTo("/issueDate");
        assertThat(rows.getFirst().get("location").asString()).isEqualTo("/v1/invoices/" + invoice);
        assertThat(rows.getLast().get("position").asLong()).isGreaterThan(rows.getFirst().get("position").asLong());
        assertThat(summary.get("lines").asInt()).isEqualTo(11);
        assertThat(summary.get("succeeded").asInt()).isEqualTo(2);
        assertThat(summary.get("refused").asInt()).isEqualTo(9);
        assertThat(Batches.shown(batches.results(job, "&outcome=succeeded"))).containsExactly("1 201", "12 201");
    }

    @Test
    void eachLineIsJudgedByTheRolesOfWhoPostedIt() {
        var clerk = new Batches(Api.as(Role.CLERK));
        var job = clerk.accepted("", List.of(
                Batches.line(Book.id("key"), "IssueInvoice", Batches.invoice(book, Book.id("INV"), "1.00")),
                Batches.line(Book.id("key"), "ChangeTerms", book.account,
                        "{'terms':{'netDays':10},'effectiveDate':'2026-01-01'}")));
        clerk.done(job);
        assertThat(Batches.shown(clerk.results(job, ""))).containsExactly("1 201", "2 FORBIDDEN");
    }

    @Test
    void theSameBatchTwiceDoublesNothing() {
        var key = Book.id("key");
        var invoice = Book.id("INV");
        var lines = List.of(Batches.line(key, "IssueInvoice", Batches.invoice(book, invoice, "1.00")));
        var first = batches.accepted("", lines);
        batches.done(first);
        var second = batches.accepted("", lines);
        batches.done(second);
        assertThat(second).isNotEqualTo(first);
        assertThat(batches.results(second, "").getFirst().get("position"))
                .isEqualTo(batches.results(first, "").getFirst().get("position"));
        assertThat(events("invoice/" + invoice)).isEqualTo(1);
        // The same key on its own URL is the same request as well.
        var again = controller.send("POST", "/v1/invoices", key, Batches.invoice(book, invoice, "1.00"), Map.of())
                .expect(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void aBatchMayHaveAKeyOfItsOwn() {
        var key = Book.id("key");
        var lines = List.of(
                Batches.line(Book.id("key"), "IssueInvoice", Batches.invoice(book, Book.id("INV"), "1.00")));
        var first = batches.post("", key, lines).expect(202).at("/jobId");
        assertThat(batches.post("", key, lines).expect(202).at("/jobId")).isEqualTo(first);
        batches.post("?dryRun=true", key, lines).expect(422, "IDEMPOTENCY_KEY_REUSED");
        batches.done("/v1/jobs/" + first);
    }

    @Test
    void aDryRunLeavesNothingAndSaysWhatTheRunSays() {
        var account = Book.id("C");
        var invoice = Book.id("INV");
        var payment = Book.id("P");
        var taken = book.invoice("1.00");
        var lines = List.of(
                Batches.line(Book.id("key"), "OpenCustomerAccount",
                        """
                                {'accountId':'%1$s','customerId':'%1$s','name':'C','legalEntity':'%2$s','currency':'EUR','effectiveDate':'2025-01-01'}"""
                                .formatted(account, book.entity)),
                Batches.line(Book.id("key"), "IssueInvoice",
                        Batches.invoice(book, invoice, "10.00").replace(book.account, account)),
                Batches.line(Book.id("key"), "IssueInvoice",
                        Batches.invoice(book, Book.id("INV"), "10.00")
                                .replace(book.account, account)
                                .replaceFirst("'invoiceNumber':'[^']*'", "'invoiceNumber':'" + taken + "'")),
                Batches.line(Book.id("key"), "ReceivePayment", """
                        {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'2026-01-20','method':'CASH'}"""
                        .formatted(payment, account, Book.eur("15.00"))),
                Batches.line(Book.id("key"), "AllocatePayment", payment, Batches.allocation(invoice, "10.00")),
                Batches.line(Book.id("key"), "AllocatePayment", payment, Batches.allocation(invoice, "1.00")));
        var expected = List.of("1 201", "2 201", "3 INVOICE_NUMBER_TAKEN", "4 201", "5 201",
                "6 ALLOCATION_EXCEEDS_OPEN");
        var before = stored();
        var dry = batches.accepted("?dryRun=true", lines);
        assertThat(batches.done(dry).get("dryRun").asBoolean()).isTrue();
        assertThat(Batches.shown(batches.results(dry, ""))).isEqualTo(expected);
        assertThat(stored()).isEqualTo(before);
        var real = batches.accepted("", lines);
        batches.done(real);
        assertThat(Batches.shown(batches.results(real, ""))).isEqualTo(expected);
        var afterwards = batches.accepted("?dryRun=true", lines);
        batches.done(afterwards);
        assertThat(Batches.shown(batches.results(afterwards, ""))).isEqualTo(expected);
    }

    @Test
    void tenThousandLinesOfWhichOneInAHundredIsBad() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) {
            var id = Book.id("INV");
            lines.add(i % 100 == 7
                    ? Batches.line(Book.id("key"), "AllocatePayment", "nobody", Batches.allocation(id, "1.00"))
                    : Batches.line(Book.id("key"), "IssueInvoice", Batches.invoice(book, id, "1.00")));
        }
        int before = stored();
        var job = batches.accepted("", lines);
        var done = batches.done(job);
        assertThat(done.get("succeeded").asInt()).isEqualTo(9_900);
        assertThat(batches.results(job, "&outcome=refused")).hasSize(100)
                .allMatch(row -> row.get("code").asString().equals("PAYMENT_NOT_FOUND")
                        && row.get("line").asInt() % 100 == 8);
        assertThat(stored() - before).isEqualTo(9_900);
    }

    private int events(String stream) {
        return jdbc.sql("select count(*) from eventstore.event where aggregate_identifier = ?")
                .param(stream)
                .query(Integer.class)
                .single();
    }

    private int stored() {
        return jdbc.sql("""
                select count(*) from eventstore.event""")
                .query(Integer.class)
                .single();
    }
}
