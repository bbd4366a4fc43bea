package io.receivables.command.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A line of a batch keeps no document under its key; who repeats it alone is shown the document as it was. */
class AnswersInBriefTest {

    private final Book book = Book.open();
    private final Api controller = Api.as(Role.CONTROLLER);
    private final Batches batches = new Batches(controller);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);

    /** @param body with the account and an open invoice of 100.00 to be filled in */
    record Request(String command, String path, String body) {}

    static Stream<Request> requests() {
        return Stream.of(new Request("IssueInvoice", "/v1/invoices",
                """
                        {'invoiceNumber':'%1$s-%2$s','accountId':'%1$s','issueDate':'2026-01-01',
                         'lines':[{'description':'Works','netAmount':{'amount':'500.00','currency':'EUR'},'taxRate':'20.00'}],
                         'instalments':[{'dueDate':'2026-01-31','amount':{'amount':'200.00','currency':'EUR'}},
                                        {'dueDate':'2126-02-28','amount':{'amount':'400.00','currency':'EUR'}}],
                         'discount':{'amount':{'amount':'12.00','currency':'EUR'},'until':'2026-01-10','taxMode':'INCLUDED'}}"""),
                new Request("ReceivePayment", "/v1/payments", """
                        {'accountId':'%1$s','amount':{'amount':'60.00','currency':'EUR'},'receivedDate':'2026-01-20',
                         'method':'BANK_TRANSFER','reference':'both parts',
                         'allocations':[{'invoiceId':'%2$s','amount':{'amount':'25.00','currency':'EUR'}}]}"""),
                new Request("IssueCreditNote", "/v1/credit-notes", """
                        {'creditNoteNumber':'%1$s-%2$s','accountId':'%1$s','issueDate':'2026-01-15',
                         'total':{'amount':'30.00','currency':'EUR'},'reason':'goods returned','relatesTo':['%2$s'],
                         'allocations':[{'invoiceId':'%2$s','amount':{'amount':'10.00','currency':'EUR'}}]}"""));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatIsShownAgainIsWhatWasAnsweredAtFirst(Request request) {
        var key = Book.id("key");
        var body = request.body().formatted(book.account, book.invoice("100.00"));
        var first = controller.send("POST", request.path(), key, body, Map.of()).expect(201);
        change(first.headers().firstValue("Location").orElseThrow());
        forgetDocument(key);

        var again = controller.send("POST", request.path(), key, body, Map.of()).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(again.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aLineLeavesItsPlaceAndNotItsDocument(Request request) {
        var key = Book.id("key");
        var body = request.body().formatted(book.account, book.invoice("100.00"));
        var outcome = outcomeOf(Batches.line(key, request.command(), body));
        assertThat(storedWhole(key)).isFalse();
        var location = outcome.get("location").asString();
        change(location);

        var alone = controller.send("POST", request.path(), key, body, Map.of()).expect(201);

        assertThat(alone.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(alone.headers().firstValue("Location")).contains(location);
        assertThat(alone.body().get("position")).isEqualTo(outcome.get("position"));
        assertThat(alone.headers().firstValue("ETag")).contains("\"" + alone.at("/version") + "\"");
        assertThat(location).endsWith("/" + alone.body().iterator().next().asString());
        assertThat(outcomeOf(Batches.line(key, request.command(), body)).get("position"))
                .isEqualTo(outcome.get("position"));
    }

    @Test
    void anotherRequestUnderTheKeyOfALineIsRefused() {
        var key = Book.id("key");
        outcomeOf(Batches.line(key, "IssueInvoice", Batches.invoice(book, Book.id("INV"), "1.00")));
        controller.send("POST", "/v1/invoices", key, Batches.invoice(book, Book.id("INV"), "1.00"), Map.of())
                .expect(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void whatCannotBeReadFromTheDocumentIsStored() {
        var key = Book.id("key");
        var invoice = book.invoice("100.00");
        var body = """
                {'accountId':'%s','amount':{'amount':'100.00','currency':'EUR'},'receivedDate':'2026-01-20',
                 'method':'BANK_TRANSFER','autoAllocate':true}""".formatted(book.account);
        outcomeOf(Batches.line(key, "ReceivePayment", body));
        assertThat(storedWhole(key)).isTrue();
        var alone = controller.send("POST", "/v1/payments", key, body, Map.of()).expect(201);
        assertThat(alone.at("/allocations/0/invoiceId")).isEqualTo(invoice);
    }

    private JsonNode outcomeOf(String line) {
        var job = batches.accepted("", List.of(line));
        batches.done(job);
        return batches.results(job, "").getFirst();
    }

    /** What is free of the document, or open, becomes less. */
    private void change(String location) {
        if (location.startsWith("/v1/invoices/")) {
            var invoice = location.substring("/v1/invoices/".length());
            controller.post("/v1/payments/" + book.payment("50.00") + "/allocations",
                    Batches.allocation(invoice, "50.00")).expect(201);
        } else {
            controller.post(location + "/allocations", Batches.allocation(book.invoice("5.00"), "5.00")).expect(201);
        }
    }

    private void forgetDocument(String key) {
        var today = LocalDate.now(CommandServer.context().getBean(Clock.class).withZone(ZoneId.of("Europe/Paris")));
        assertThat(jdbc.sql("update command.idempotency set body = null, day = ? where key = ?")
                .param(today)
                .param(key)
                .update()).isEqualTo(1);
    }

    private boolean storedWhole(String key) {
        return jdbc.sql("select body is not null from command.idempotency where key = ?")
                .param(key)
                .query(Boolean.class)
                .single();
    }
}
