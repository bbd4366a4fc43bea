package io.receivables.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Over HTTP, on the running command side. */
class IdempotencyTest {

    private final Book book = Book.open();
    private final Api clerk = Api.as(Role.CLERK);

    @Test
    void aCommandWithoutKeyIsRefused() {
        clerk.send("POST", "/v1/invoices", null, invoice("100.00"), Map.of()).expect(400, "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var key = Book.id("key");
        clerk.send("POST", "/v1/invoices", key, invoice("100.00"), Map.of()).expect(201);
        clerk.send("POST", "/v1/invoices", key, invoice("100.01"), Map.of()).expect(422, "IDEMPOTENCY_KEY_REUSED");
        clerk.send("POST", "/v1/payments", key, "{'legalEntity':'" + book.entity + "','amount':" + Book.eur("1.00")
                + ",'receivedDate':'2026-01-02','method':'CASH'}", Map.of()).expect(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void theSameRequestGetsTheStoredAnswerHoweverItIsWritten() {
        var key = Book.id("key");
        var body = invoice("100.00");
        var first = clerk.send("POST", "/v1/invoices", key, body, Map.of()).expect(201);
        var again = clerk.send("POST", "/v1/invoices", key, body.replace("100.00", "100").replace(",", " , "),
                Map.of());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag")).isPresent();
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aRefusedCommandMayBeTriedAgainUnderItsKey() {
        var key = Book.id("key");
        var invoice = book.invoice("100.00");
        var payment = book.payment("100.00");
        var path = "/v1/payments/" + payment + "/allocations";
        var api = Api.as(Role.CASH_APPLIER);
        var tooMuch = "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-20'}";
        api.send("POST", path, key, tooMuch.formatted(invoice, Book.eur("101.00")), Map.of()).expect(422);
        api.send("POST", path, key, tooMuch.formatted(invoice, Book.eur("100.00")), Map.of()).expect(201);
    }

    @Test
    void fiftyTwinsGetOneInvoiceAndOneAnswer() throws Exception {
        var key = Book.id("key");
        var body = invoice("100.00");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var twins = IntStream.range(0, 50)
                    .mapToObj(
                            _ -> threads.submit(() -> clerk.send("POST", "/v1/invoices", key, body, Map.of())))
                    .toList();
            var answers = new HashSet<String>();
            int replayed = 0;
            for (var twin : twins) {
                var answer = twin.get().expect(201);
                answers.add(answer.body().toString());
                replayed += answer.headers().firstValue("Idempotency-Replayed").isPresent() ? 1 : 0;
            }
            assertThat(answers).hasSize(1);
            assertThat(replayed).isEqualTo(49);
        }
    }

    @Test
    void aNewKeyOnWhatIsDoneIsAConflict() {
        var body = invoice("100.00");
        clerk.post("/v1/invoices", body).expect(201);
        clerk.post("/v1/invoices", body).expect(409, "INVOICE_ALREADY_EXISTS");
        clerk.post("/v1/invoices", body.replaceFirst("INV-[0-9]+", "OTHER-ID")).expect(409, "INVOICE_NUMBER_TAKEN");
    }

    @Test
    void aHundredRacersTakeExactlyWhatIsOpen() throws Exception {
        var invoice = book.invoice("50.00");
        var payment = book.payment("1000.00");
        var api = Api.as(Role.CASH_APPLIER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var racers = IntStream.range(0, 100)
                    .mapToObj(_ -> threads.submit(() -> api.post(
                            "/v1/payments/" + payment + "/allocations",
                            "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-20'}"
                                    .formatted(invoice, Book.eur("1.00")))))
                    .toList();
            var outcomes = new TreeMap<String, Integer>();
            for (var racer : racers) {
                var answer = racer.get();
                outcomes.merge(answer.status() == 201 ? "done" : answer.code(), 1, Integer::sum);
            }
            assertThat(outcomes).isEqualTo(Map.of("done", 50, "ALLOCATION_EXCEEDS_OPEN", 50));
        }
    }

    @Test
    void aStaleVersionIsRefused() {
        var invoice = book.invoice("100.00");
        var body = "{'reason':'typing error','effectiveDate':'2026-01-10'}";
        var path = "/v1/invoices/" + invoice + "/cancellation";
        clerk.send("POST", path, Book.id("key"), body, Map.of("If-Match", "\"7\"")).expect(412, "VERSION_MOVED");
        clerk.send("POST", path, Book.id("key"), body, Map.of("If-Match", "soon")).expect(400, "PARAMETER_INVALID");
        clerk.send("POST", path, Book.id("key"), body, Map.of("If-Match", "\"1\"")).expect(200);
    }

    private String invoice(String total) {
        var id = Book.id("INV");
        return "{'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','total':%s}"
                .formatted(id, id, book.account, Book.eur(total));
    }
}
