package io.receivables.command.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.events.period.AccountingDate;
import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeriodApiTest {

    private final Book book = Book.open();
    private final Api controller = Api.as("conrad", Role.CONTROLLER);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);

    @Test
    void aMonthThatIsNotOverIsRefused() {
        var thisMonth = YearMonth.now(ZoneId.of("Europe/Paris"));
        assertThat(close(thisMonth.toString(), "").expect(422, "PERIOD_NOT_OVER").at("/detail"))
                .contains(thisMonth.atEndOfMonth().toString());
    }

    @ParameterizedTest
    @CsvSource({"2026-13", "march", "2026-03-01"})
    void whatIsNoMonthIsRefused(String month) {
        close(month, "").expect(400, "PARAMETER_INVALID");
    }

    @Test
    void aMonthOfAnEntityOfOthersIsNotFound() {
        var stranger = Api.of(TestIdentity.token("sam", List.of(Role.CONTROLLER), List.of("XX01")));
        stranger.post(path("2026-01", "close"), "{'reason':'x'}").expect(404, "LEGAL_ENTITY_NOT_FOUND");
        stranger.post(path("2026-01", "reopen"), "{'reason':'x'}").expect(404, "LEGAL_ENTITY_NOT_FOUND");
        controller.post("/v1/periods/NONE/2026-01/close", "{'reason':'x'}").expect(404, "LEGAL_ENTITY_NOT_FOUND");
    }

    @Test
    void onlyAControllerSigns() {
        Api.as(Role.CREDIT_MANAGER).post(path("2026-01", "close"), "{'reason':'x'}").expect(403, "FORBIDDEN");
        Api.as(Role.INTEGRATION).post(path("2026-01", "reopen"), "{'reason':'x'}").expect(403, "FORBIDDEN");
    }

    @Test
    void aMonthThatWasNeverClosedIsNotReopened() {
        controller.post(path("2026-01", "reopen"), "{'reason':'x'}").expect(409, "PERIOD_NOT_CLOSED");
    }

    @Test
    void theTotalsAreThoseOfTheFactsUpToTheEndOfTheMonth() {
        book.invoice("100.00"); // 2026-01-01
        book.payment("30.00"); // 2026-01-20
        book.creditNote("5.00"); // 2026-01-15
        cashOfNobody("7.00", "2026-01-31");
        later("2026-02-01", "1000.00");
        var signed = close("2026-01", "").expect(201);
        assertThat(signed.at("/signOff")).isEqualTo("1");
        assertThat(signed.at("/signedBy")).isEqualTo("conrad");
        assertThat(signed.at("/status")).isEqualTo("CLOSED");
        var total = signed.body().at("/totals/0");
        assertThat(List.of("invoices", "charges", "unapplied", "balance", "unidentified")
                .stream()
                .map(part -> total.path(part).path("amount").asString())
                .toList()).containsExactly("100.00", "0.00", "35.00", "65.00", "7.00");
    }

    @Test
    void whoSignsByAScreenSignsWhatItShowed() {
        book.invoice("100.00");
        long position = position();
        assertThat(close("2026-01", seen(position, "99.99")).expect(409, "PERIOD_BALANCE_MOVED").at("/detail"))
                .contains("99.99 EUR", "100.00 EUR");
        close("2026-01", ",'seen':{'asKnown':%d,'balances':[]}".formatted(position)).expect(409,
                "PERIOD_BALANCE_MOVED");
        close("2026-01", seen(position + 1_000_000, "100.00")).expect(422, "AS_KNOWN_IN_FUTURE");
        assertThat(close("2026-01", seen(position, "1e2")).expect(422, "AMOUNT_INVALID").at("/errors/0/pointer"))
                .isEqualTo("/seen/balances/0/balance");
        close("2026-01", ",'seen':{'balances':[]}").expect(400, "REQUIRED");
        close("2026-01", seen(position, "100.00")).expect(201);
    }

    @Test
    void aLateFactIsBookedInTheFirstOpenMonthAndKeepsItsDate() {
        book.invoice("100.00");
        assertThat(accountingDateOfLast()).isNull();
        close("2026-01", "").expect(201);
        close("2026-02", "").expect(201);
        book.payment("30.00"); // 2026-01-20
        assertThat(accountingDateOfLast()).isEqualTo("2026-03-01");
        later("2026-03-01", "1.00");
        assertThat(accountingDateOfLast()).isNull();
        controller.post(path("2026-02", "reopen"), "{'reason':'something was forgotten'}").expect(200);
        book.creditNote("5.00"); // 2026-01-15
        assertThat(accountingDateOfLast()).isEqualTo("2026-02-01");
        assertThat(close("2026-02", "").expect(201).at("/signOff")).isEqualTo("2");
    }

    @Test
    void theSameKeyGivesTheSameSignature() {
        var key = UUID.randomUUID().toString();
        var first = controller.send("POST", path("2026-01", "close"), key, "{'reason':'done'}", java.util.Map.of());
        var again = controller.send("POST", path("2026-01", "close"), key, "{'reason':'done'}", java.util.Map.of());
        assertThat(again.expect(201).body()).isEqualTo(first.expect(201).body());
        close("2026-01", "").expect(409, "PERIOD_CLOSED");
    }

    /** Whatever the order in which they come: a fact of the month is in the signed figures, or booked after them. */
    @Test
    void noFactSlipsBetweenTheFiguresAndTheSignature() throws Exception {
        var calls = new ArrayList<Callable<Integer>>();
        IntStream.range(0, 60).forEach(no -> calls.add(() -> later("2026-01-10", "1.00").status()));
        calls.add(30, () -> close("2026-01", "").status());
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(201);
            }
        }
        int signed = jdbc.sql("""
                select payload #>> '{totals,0,balance,amount}' from eventstore.event_json
                 where payload_type = 'PeriodClosed' and payload ->> 'legalEntity' = ?""")
                .param(book.entity)
                .query((row, _) -> row.getString(1) == null ? 0 : Integer.parseInt(row.getString(1).replace(".00", "")))
                .single();
        assertThat(issued("global_index < watermark")).isEqualTo(signed);
        assertThat(issued("global_index < watermark and metadata ->> 'accountingDate' is not null")).isZero();
        assertThat(issued("global_index > watermark and metadata ->> 'accountingDate' = '2026-02-01'"))
                .isEqualTo(60 - signed);
    }

    private int issued(String condition) {
        return jdbc.sql("""
                select count(*) from eventstore.event_json,
                       lateral (select global_index as watermark from eventstore.event_json
                                 where payload_type = 'PeriodClosed' and payload ->> 'legalEntity' = :entity) w
                 where payload_type = 'InvoiceIssued' and payload ->> 'legalEntity' = :entity and """ + " " + condition)
                .param("entity", book.entity)
                .query(Integer.class)
                .single();
    }

    private Api.Answer later(String date, String total) {
        var id = Book.id("LATE");
        return controller.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'%s','total':%s}"""
                .formatted(id, id, book.account, date, Book.eur(total))).expect(201);
    }

    private void cashOfNobody(String amount, String date) {
        controller.post("/v1/payments", """
                {'legalEntity':'%s','amount':%s,'receivedDate':'%s','method':'CASH'}"""
                .formatted(book.entity, Book.eur(amount), date)).expect(201);
    }

    private Api.Answer close(String month, String more) {
        return controller.post(path(month, "close"), "{'reason':'reconciled'" + more + "}");
    }

    private static String seen(long position, String balance) {
        return ",'seen':{'asKnown':%d,'balances':[{'currency':'EUR','balance':'%s'}]}".formatted(position, balance);
    }

    private String path(String month, String verb) {
        return "/v1/periods/" + book.entity + "/" + month + "/" + verb;
    }

    private long position() {
        return jdbc.sql("select max(global_index) from eventstore.event").query(Long.class).single();
    }

    private @Nullable String accountingDateOfLast() {
        return jdbc.sql("""
                select metadata ->> ? from eventstore.event_json where payload ->> 'legalEntity' = ?
                 order by global_index desc limit 1""")
                .params(AccountingDate.KEY, book.entity)
                .query((row, _) -> row.getString(1))
                .list()
                .getFirst();
    }
}
