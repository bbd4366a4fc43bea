package io.receivables.command.policy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Api.Answer;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class SimulatePolicyApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'from':'2026-01-01','to':'2026-12-31' | 422 | VALUE_INVALID | /policy",
            "'from':'2026-01-01','to':'2026-12-31','policyVersion':1,'policy':{'validFrom':'2026-01-01'} | 422 | VALUE_INVALID | /policy",
            "'from':'2026-01-01','to':'2026-12-31','policyVersion':7 | 422 | POLICY_VERSION_UNKNOWN | /policyVersion",
            "'from':'2026-01-02','to':'2026-01-01','policyVersion':1 | 422 | VALUE_INVALID | /to",
            "'from':'2026-01-01','policyVersion':1 | 400 | REQUIRED | /to",
            "'from':'2026-01-01','to':'2026-12-31','policy':{'validFrom':'2026-01-01','edges':[9,8]} | 422 | EDGES_INVALID | /policy/edges/1",
            "'from':'2026-01-01','to':'2026-12-31','policy':{'validFrom':'2026-01-01','approvals':{'writeOffLimit':{'amount':'1','currency':'USD'},'refundLimit':{'amount':'1','currency':'EUR'}}} | 422 | CURRENCY_MISMATCH | /policy/approvals/writeOffLimit",
            "'from':'2026-01-01','to':'2026-12-31','policy':{'colour':'blue'} | 400 | UNKNOWN_FIELD | /policy/colour",
            "'from':'2026-01-01','to':'2026-12-31','policyVersion':1,'limit':501 | 422 | LIMIT_TOO_LARGE | /limit",
            "'from':'2026-01-01','to':'2026-12-31','policyVersion':1,'limit':0 | 422 | VALUE_INVALID | /limit",
            "'from':'2026-01-01','to':'2026-12-31','policyVersion':1,'after':'x' | 422 | CURSOR_INVALID | /after"})
    void whatCannotBeSimulatedIsRefused(String body, int status, String code, String pointer) {
        book.limits("10.00", "10.00");
        assertThat(simulate("{" + body + "}").expect(status, code).at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void anotherEntitysPolicyIsNotThere() {
        var stranger = Api.of(TestIdentity.token("stranger", List.of(Role.CONTROLLER), List.of("DE99")));
        stranger.post(path(), "{'policyVersion':1,'from':'2026-01-01','to':'2026-12-31'}")
                .expect(404, "LEGAL_ENTITY_NOT_FOUND");
    }

    @Test
    void aClerkSimulatesNothing() {
        Api.as(Role.CLERK)
                .post(path(), "{'policyVersion':1,'from':'2026-01-01','to':'2026-12-31'}")
                .expect(403, "FORBIDDEN");
    }

    @Test
    void invoicesAreIssuedAgainUnderTheOtherVersion() {
        policy("2026-01-01", """
                'templates':[{'name':'USUAL','terms':{'netDays':30}},{'name':'SAME','terms':{'netDays':10}}]""");
        policy("2026-06-01", """
                'templates':[{'name':'USUAL','terms':{'netDays':60,'discount':{'percent':'2','withinDays':10}}},
                  {'name':'SAME','terms':{'netDays':10}}],
                'legalMaximum':{'limits':[{'netDays':45}],'source':'house rule'}""");
        var usual = invoice("2026-02-01", "'terms':{'template':'USUAL'}");
        invoice("2026-02-28", "'terms':{'template':'USUAL'}");
        var same = invoice("2026-02-01", "'terms':{'template':'SAME'}");

        var answer = simulate("{'policyVersion':2,'from':'2026-02-01','to':'2026-02-10'}").expect(200);

        assertThat(answer.at("/simulation")).isEqualTo("true");
        assertThat(answer.at("/policyVersion")).isEqualTo("2");
        assertThat(answer.at("/examined")).isEqualTo("2");
        assertThat(answer.body().at("/items")).hasSize(2);
        assertThat(answer.at("/items/0/decision")).isEqualTo("INVOICE");
        assertThat(answer.at("/items/0/id")).isEqualTo(usual);
        assertThat(answer.at("/items/0/simulation")).isEqualTo("true");
        assertThat(answer.at("/items/0/recordedVersion")).isEqualTo("1");
        assertThat(answer.at("/items/0/simulatedVersion")).isEqualTo("2");
        var due = difference(answer, 0, "instalments");
        assertThat(due.at("/recorded/0/dueDate").asString()).isEqualTo("2026-03-03");
        assertThat(due.at("/simulated/0/dueDate").asString()).isEqualTo("2026-04-02");
        assertThat(difference(answer, 0, "discountTerms").at("/simulated/withinDays").asInt()).isEqualTo(10);
        assertThat(difference(answer, 0, "legalMaximum").at("/simulated/daysOver").asInt()).isEqualTo(15);
        assertThat(answer.at("/items/1/id")).isEqualTo(same);
        assertThat(answer.body().at("/items/1/differences")).hasSize(1);
        assertThat(difference(answer, 1, "legalMaximum").at("/simulated/exceeded").asBoolean()).isFalse();
    }

    @Test
    void aPolicyThatCameWithTheRequestMayRefuse() {
        var invoice = invoice("2026-02-01", "'dueDate':'2026-12-01'");
        var answer = simulate("""
                {'from':'2026-02-01','to':'2026-02-01','policy':{'validFrom':'2026-01-01','terms':{
                 'legalMaximum':{'limits':[{'netDays':60}],'mode':'REFUSE','source':'L441-10'}}}}""").expect(200);
        assertThat(answer.at("/items/0/id")).isEqualTo(invoice);
        assertThat(answer.at("/items/0/recordedVersion")).isEmpty();
        assertThat(difference(answer, 0, "refusal").at("/simulated").asString())
                .contains("LEGAL_MAXIMUM_EXCEEDED", "2026-04-02", "243 days");
    }

    @Test
    void approvalsAreJudgedAgain() {
        book.limits("50.00", "50.00");
        var invoice = book.invoice("1000.00");
        var alone = writeOff(invoice, "50.00");
        var asked = writeOff(invoice, "50.01");
        writeOff(invoice, "20.00");
        var payment = book.payment("100.00");
        var refund = api.post("/v1/payments/" + payment + "/refunds",
                "{'amount':%s,'reason':'paid twice','effectiveDate':'2026-02-01'}".formatted(Book.eur("60.00")))
                .expect(201)
                .at("/refundId");

        var stricter = simulate(trial("30.00", "100.00")).expect(200);
        assertThat(stricter.body().at("/items")).hasSize(2);
        assertThat(stricter.at("/items/0/id")).isEqualTo(alone);
        assertThat(difference(stricter, 0, "approvalNeeded").at("/recorded").asBoolean()).isFalse();
        assertThat(difference(stricter, 0, "approvalNeeded").at("/simulated").asBoolean()).isTrue();
        assertThat(difference(stricter, 0, "limit").at("/simulated/amount").asString()).isEqualTo("30.00");
        assertThat(stricter.at("/items/1/id")).isEqualTo(refund);
        assertThat(difference(stricter, 1, "approvalNeeded").at("/simulated").asBoolean()).isFalse();

        var looser = simulate(trial("60.00", "50.00")).expect(200);
        assertThat(looser.body().at("/items")).hasSize(1);
        assertThat(looser.at("/items/0/id")).isEqualTo(asked);
        assertThat(looser.at("/items/0/decision")).isEqualTo("WRITE_OFF");
    }

    @Test
    void aLimitedAnswerGoesOnBehindItsCursor() {
        var first = invoice("2026-02-01", "'dueDate':'2026-12-01'");
        var second = invoice("2026-02-01", "'dueDate':'2026-12-01'");
        var body = """
                {'from':'2026-02-01','to':'2026-02-01','limit':1,%s'policy':{'validFrom':'2026-01-01','terms':{
                 'legalMaximum':{'limits':[{'netDays':60}],'source':'L441-10'}}}}""";
        var page = simulate(body.formatted("")).expect(200);
        assertThat(page.at("/items/0/id")).isEqualTo(first);
        var next = simulate(body.formatted("'after':'%s',".formatted(page.at("/nextCursor")))).expect(200);
        assertThat(next.body().at("/items")).hasSize(1);
        assertThat(next.at("/items/0/id")).isEqualTo(second);
        var end = simulate(body.formatted("'after':'%s',".formatted(next.at("/nextCursor")))).expect(200);
        assertThat(end.body().at("/items")).isEmpty();
        assertThat(end.body().has("nextCursor")).isFalse();
    }

    /** It is a question: no event, no row of the command side, and no idempotency key. */
    @Test
    void nothingIsStored() {
        invoice("2026-02-01", "'dueDate':'2026-12-01'");
        var before = rows();
        api.send("POST", path(), null, """
                {'from':'2026-01-01','to':'2026-12-31','policy':{'validFrom':'2026-01-01','terms':{
                 'legalMaximum':{'limits':[{'netDays':60}],'source':'L441-10'}}}}""", Map.of()).expect(200);
        assertThat(rows()).isEqualTo(before);
    }

    private static Map<String, Long> rows() {
        var jdbc = CommandServer.context().getBean(JdbcClient.class);
        return jdbc.sql("""
                select schemaname || '.' || relname from pg_stat_user_tables
                 where schemaname in ('eventstore', 'command', 'party') order by 1""")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toMap(table -> table,
                        table -> jdbc.sql("select count(*) from " + table).query(Long.class).single()));
    }

    private static JsonNode difference(Answer answer, int item, String field) {
        for (var difference : answer.body().at("/items/" + item + "/differences")) {
            if (difference.path("field").asString().equals(field)) {
                return difference;
            }
        }
        throw new AssertionError(field + " does not differ: " + answer.body());
    }

    private void policy(String validFrom, String terms) {
        var answer = api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'%s','terms':{%s}}".formatted(validFrom, terms));
        assertThat(answer.status()).as(answer.body().toString()).isIn(200, 201);
    }

    private static String trial(String writeOffLimit, String refundLimit) {
        return """
                {'from':'2026-02-01','to':'2026-02-01','policy':{'validFrom':'2026-01-01','approvals':
                 {'writeOffLimit':%s,'refundLimit':%s}}}""".formatted(Book.eur(writeOffLimit), Book.eur(refundLimit));
    }

    private String invoice(String issueDate, String rest) {
        var id = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'%s','total':%s,%s}"""
                .formatted(id, id, book.account, issueDate, Book.eur("100.00"), rest)).expect(201);
        return id;
    }

    private String writeOff(String invoice, String amount) {
        return api.post("/v1/invoices/" + invoice + "/write-offs",
                "{'amount':%s,'reason':'insolvency','effectiveDate':'2026-02-01'}".formatted(Book.eur(amount)))
                .expect(201)
                .at("/writeOffId");
    }

    private Answer simulate(String body) {
        return api.post(path(), body);
    }

    private String path() {
        return "/v1/credit-policies/" + book.entity + "/simulations";
    }
}
