package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks repeat and clients race: every command happens once, and money is spent once. */
@SuppressWarnings("NullAway.Init")
class RetriesIT {

    private static Book book;
    private static Api api;

    @BeforeAll
    static void open() {
        api = Standalone.shared().as("controller", "integration");
        book = Book.open(api, "RETRY");
        book.account("C1");
    }

    @Test
    void fiftyPostsOfOneKeyMakeOneInvoice() {
        book.account("FIFTY");
        var key = Api.key();
        var body = invoice("FIFTY", "FIFTY", "119.00");
        var answers = Together.race(Collections.<Callable<Answer>>nCopies(50, () -> api.post("/v1/invoices", key,
                body)));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
        assertThat(answers).extracting(answer -> answer.header("ETag")).containsOnly("\"1\"");
        assertThat(answers).extracting(answer -> answer.header("Location"))
                .containsOnly("/v1/invoices/" + book.id("FIFTY"));
        assertThat(answers).filteredOn(Answer::replayed).hasSize(49);
        answers.forEach(book::seen);
        assertThat(book.line("FIFTY", "2024-01-20")).isEqualTo("119.00 | 0.00 0.00 0.00 0.00 | 0.00 = 119.00");
    }

    @Test
    void theSameBodyWrittenOtherwiseIsTheSameBody() {
        var key = Api.key();
        var first = api.post("/v1/invoices", key, """
                {"invoiceId": "%1$s", "invoiceNumber": "%1$s", "accountId": "%2$s", "issueDate": "2024-01-10",
                 "total": {"amount": "5.00", "currency": "EUR"}}""".formatted(book.id("OTHERWISE"), book.id("C1")));
        var again = api.post("/v1/invoices", key, """
                {"total":{"currency":"EUR","amount":"5.00"},"issueDate":"2024-01-10","accountId":"%2$s",
                 "invoiceNumber":"%1$s","invoiceId":"%1$s"}""".formatted(book.id("OTHERWISE"), book.id("C1")));
        assertThat(book.seen(again).body()).isEqualTo(book.seen(first).body());
        assertThat(again.replayed()).isTrue();
    }

    @Test
    void aKeyStandsForOneBody() {
        var key = Api.key();
        book.seen(api.post("/v1/invoices", key, invoice("BODY", "C1", "10.00")));
        api.post("/v1/invoices", key, invoice("BODY", "C1", "11.00")).refused(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(book.invoice("BODY").amount("total")).isEqualTo("10.00");
    }

    @Test
    void aKeyStandsForOnePath() {
        var key = Api.key();
        var reason = Book.reason("ordered twice", "2024-02-01");
        book.invoice("PATH1", "C1", "2024-01-10", "2024-02-09", "10.00");
        book.invoice("PATH2", "C1", "2024-01-10", "2024-02-09", "10.00");
        book.seen(api.post("/v1/invoices/" + book.id("PATH1") + "/cancellation", key, reason));
        api.post("/v1/invoices/" + book.id("PATH2") + "/cancellation", key, reason)
                .refused(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(book.invoice("PATH2").text("/status")).isEqualTo("OPEN");
    }

    @Test
    void everyCommandNeedsAKey() {
        api.call("POST", "/v1/invoices")
                .json(invoice("NO-KEY", "C1", "10.00"))
                .send()
                .refused(400, "IDEMPOTENCY_KEY_MISSING");
        api.call("PUT", "/v1/legal-entities/" + book.entity())
                .json(Map.of("name", "No key", "country", "FR", "timeZone", "Europe/Paris", "baseCurrency", "EUR"))
                .send()
                .refused(400, "IDEMPOTENCY_KEY_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "256"})
    void aKeyIsPrintableAndShort(String key) {
        api.post("/v1/invoices", key.equals("256") ? "k".repeat(256) : key, invoice("BAD-KEY", "C1", "10.00"))
                .refused(400, "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void whatWasRefusedMayBeTriedAgainUnderItsKey() {
        var key = Api.key();
        var body = Map.of("paymentId", book.id("EARLY"), "accountId", book.id("C1"), "amount", book.money("10.00"),
                "receivedDate", "2024-02-01", "method", "CARD", "allocations",
                List.of(Map.of("invoiceId", book.id("LATER"), "amount", book.money("10.00"))));
        api.post("/v1/payments", key, body).refused(404, "INVOICE_NOT_FOUND");
        book.invoice("LATER", "C1", "2024-01-10", "2024-02-09", "10.00");
        var done = book.seen(api.post("/v1/payments", key, body).created());
        assertThat(done.replayed()).isFalse();
        assertThat(book.invoice("LATER").text("/status")).isEqualTo("PAID");
    }

    @Test
    void aHundredAllocationsOfOnePaymentSpendWhatIsOpenOnce() {
        book.account("HOT");
        book.invoice("HOT", "HOT", "2024-01-10", "2024-02-09", "50.00");
        book.payment("HOT", "HOT", "2024-01-20", "100.00");
        var answers = Together.race(IntStream.range(0, 100)
                .<Callable<Answer>>mapToObj(_ -> () -> allocateOne("HOT", "HOT"))
                .toList());
        fiftyOfThemWorked(answers);
        assertThat(book.get("/v1/payments/" + book.id("HOT")).amount("unallocatedAmount")).isEqualTo("50.00");
        assertThat(book.invoice("HOT").amount("amountDue")).isEqualTo("0.00");
        assertThat(book.line("HOT", "2024-03-01")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 50.00 = -50.00");
    }

    @Test
    void aHundredPaymentsSpendWhatIsOpenOnce() {
        book.account("MANY");
        book.invoice("MANY", "MANY", "2024-01-10", "2024-02-09", "50.00");
        var payments = IntStream.range(0, 100).mapToObj(i -> "MANY" + i).toList();
        Together.run(8, payments.stream()
                .<Callable<Answer>>map(payment -> () -> book.payment(payment, "MANY", "2024-01-20", "1.00"))
                .toList());
        var answers = Together.race(payments.stream()
                .<Callable<Answer>>map(payment -> () -> allocateOne(payment, "MANY"))
                .toList());
        fiftyOfThemWorked(answers);
        assertThat(book.invoice("MANY").amount("amountPaid")).isEqualTo("50.00");
        assertThat(book.line("MANY", "2024-03-01")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 50.00 = -50.00");
    }

    @Test
    void aNewKeyOnWhatIsDoneIsRefused() {
        book.invoice("DONE", "C1", "2024-01-10", "2024-02-09", "10.00");
        book.payment("DONE", "C1", "2024-02-01", "10.00");
        var allocation = book.allocate("DONE", "DONE", "4.00", "2024-02-01").text("/allocationId");
        var undo = "/v1/payments/" + book.id("DONE") + "/allocations/" + allocation + "/reversal";
        var why = Book.reason("wrong invoice", "2024-02-02");
        book.seen(api.post(undo, why));
        api.post(undo, why).refused(409, "ALLOCATION_ALREADY_REVERSED");
        api.post("/v1/invoices", invoice("DONE", "C1", "10.00")).refused(409, "INVOICE_ALREADY_EXISTS");
        api.post("/v1/payments", Map.of("paymentId", book.id("DONE"), "accountId", book.id("C1"), "amount",
                book.money("10.00"), "receivedDate", "2024-02-01", "method", "CARD"))
                .refused(409, "PAYMENT_ALREADY_EXISTS");
        book.returned("DONE", "2024-02-05");
        api.post("/v1/payments/" + book.id("DONE") + "/reversal", why).refused(409, "PAYMENT_REVERSED");
        var cancellation = "/v1/invoices/" + book.id("DONE") + "/cancellation";
        book.seen(api.post(cancellation, why));
        api.post(cancellation, why).refused(409, "INVOICE_CANCELLED");
        api.post("/v1/customer-accounts", Map.of("accountId", book.id("C1"), "customerId", "C1", "name", "Again",
                "legalEntity", book.entity(), "currency", "EUR", "effectiveDate", "2024-01-01"))
                .refused(409, "ACCOUNT_ALREADY_EXISTS");
    }

    @Test
    void anInvoiceNumberIsUsedOnce() {
        book.invoice("NUMBER", "C1", "2024-01-10", "2024-02-09", "10.00");
        api.post("/v1/invoices", Map.of("invoiceId", book.id("OTHER-ID"), "invoiceNumber", book.id("NUMBER"),
                "accountId", book.id("C1"), "issueDate", "2024-01-10", "total", book.money("10.00")))
                .refused(409, "INVOICE_NUMBER_TAKEN");
    }

    @Test
    void keysBelongToTheirSubject() {
        var key = Api.key();
        var other = Standalone.shared().asSubject("somebody-else", "controller", "integration");
        book.seen(api.post("/v1/invoices", key, invoice("MINE", "C1", "10.00")).created());
        var theirs = book.seen(other.post("/v1/invoices", key, invoice("THEIRS", "C1", "11.00")).created());
        assertThat(theirs.replayed()).isFalse();
    }

    private static Map<String, Object> invoice(String invoice, String account, String total) {
        return Map.of("invoiceId", book.id(invoice), "invoiceNumber", book.id(invoice), "accountId", book.id(account),
                "issueDate", "2024-01-01", "total", book.money(total));
    }

    private static Answer allocateOne(String payment, String invoice) {
        return api.insist("/v1/payments/" + book.id(payment) + "/allocations", Api.key(), Map.of("invoiceId",
                book.id(invoice), "amount", book.money("1.00"), "effectiveDate", "2024-01-25"));
    }

    private static void fiftyOfThemWorked(List<Answer> answers) {
        var counts = answers.stream()
                .collect(Collectors.groupingBy(answer -> answer.status() < 300 ? "done" : answer.text("/code"),
                        Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of("done", 50L, "ALLOCATION_EXCEEDS_OPEN", 50L));
        answers.stream().filter(answer -> answer.status() < 300).forEach(book::seen);
        answers.stream()
                .filter(answer -> answer.status() >= 300)
                .forEach(answer -> answer.refused(422,
                        "ALLOCATION_EXCEEDS_OPEN"));
    }
}
