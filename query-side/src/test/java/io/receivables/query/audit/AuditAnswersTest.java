package io.receivables.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.query.ledger.PlainBook;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor is told of an account: how it came about, why it changed, what it is made of. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class AuditAnswersTest {

    private static final List<String> FIGURES = List.of("balance", "amountDue", "overdue", "unapplied", "disputed",
            "doubtful");

    @Autowired
    private MockMvc http;
    @Autowired
    private JsonMapper json;
    @Autowired
    private Stories stories;

    private Story story;
    private String account;
    private String entity;

    @BeforeEach
    void aSmallBook() {
        story = stories.begin();
        entity = story.entity().value();
        account = story.id("C1");
        story.account("C1")
                .invoice("I1", "C1", "100.00", "2026-04-01", "2026-05-01")
                .payment("P1", "C1", "70.00", "2026-05-20")
                .allocate("A1", "P1", "I1", "C1", "60.00", "2026-05-21");
        story.position();
    }

    @ParameterizedTest
    @CsvSource({"/v1/audit/accounts/NONE/replay, 404, ACCOUNT_NOT_FOUND",
            "/v1/audit/accounts/{a}/replay?asKnown=999999999, 422, AS_KNOWN_IN_FUTURE",
            "/v1/audit/accounts/{a}/replay?asAt=tomorrow, 422, DATE_INVALID",
            "/v1/audit/legal-entities/NONE/replay, 404, LEGAL_ENTITY_NOT_FOUND",
            "/v1/audit/legal-entities/{e}/replay?asKnown=soon, 422, AS_KNOWN_INVALID",
            "/v1/audit/diff, 400, REQUIRED", "/v1/audit/diff?accountId=NONE, 404, ACCOUNT_NOT_FOUND",
            "/v1/audit/diff?accountId={a}&legalEntity={e}, 400, PARAMETER_INVALID",
            "/v1/audit/diff?legalEntity=NONE, 404, LEGAL_ENTITY_NOT_FOUND",
            "/v1/audit/diff?accountId={a}&asKnownOther=999999999, 422, AS_KNOWN_IN_FUTURE",
            "/v1/audit/diff?accountId={a}&asKnown=signoff:{e}/2026-03, 422, SIGN_OFF_UNKNOWN",
            "/v1/audit/explain, 400, REQUIRED", "/v1/audit/explain?accountId=NONE, 404, ACCOUNT_NOT_FOUND",
            "/v1/audit/explain?accountId={a}&invoiceId={e}-I1, 400, PARAMETER_INVALID",
            "/v1/audit/explain?accountId={a}&bucket=4, 400, PARAMETER_INVALID",
            "/v1/audit/explain?accountId={a}&bucket=old, 400, PARAMETER_INVALID",
            "/v1/audit/explain?accountId={a}&view=tomorrow, 422, VIEW_UNKNOWN",
            "/v1/audit/explain?accountId={a}&bucket=0&basis=plan, 400, PARAMETER_INVALID",
            "/v1/aged-balance?legalEntity={e}&view=hindsight&basis=plan, 400, PARAMETER_INVALID",
            "/v1/audit/explain?invoiceId=NONE, 404, INVOICE_NOT_FOUND",
            "/v1/audit/explain?invoiceId={e}-I1&bucket=0, 400, PARAMETER_INVALID"})
    void whatCannotBeAnsweredIsRefusedWithItsCode(String path, int httpStatus, String code) throws Exception {
        http.perform(get(path.replace("{a}", account).replace("{e}", entity)))
                .andExpect(status().is(httpStatus))
                .andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void anotherEntitysHistoryIsNotFound() throws Exception {
        Stories.actAsMemberOf("ELSEWHERE");
        for (var path : List.of("/v1/audit/accounts/" + account + "/replay", "/v1/audit/diff?accountId=" + account,
                "/v1/audit/explain?accountId=" + account, "/v1/audit/explain?invoiceId=" + story.id("I1"),
                "/v1/audit/diff?legalEntity=" + entity, "/v1/audit/legal-entities/" + entity + "/replay")) {
            http.perform(get(path)).andExpect(status().isNotFound());
        }
    }

    @Test
    void beforeTheFirstFactAnAnswerIsEmptyAndWhole() throws Exception {
        assertThat(replay("2019-12-31", story.position())).isEmpty();
        var diff = ask("/v1/audit/diff?accountId=" + account + "&asAt=2019-12-31&asKnown=0");
        assertThat(diff.at("/balance/difference/amount").asString()).isEqualTo("0.00");
        assertThat(diff.path("lateFacts")).isEmpty();
        var explained = ask("/v1/audit/explain?accountId=" + account + "&asAt=2019-12-31");
        assertThat(explained.at("/figure/amount").asString()).isEqualTo("0.00");
        assertThat(explained.path("movements")).isEmpty();
    }

    @Test
    void anAccountHasNothingInAnotherCurrency() throws Exception {
        var diff = ask("/v1/audit/diff?accountId=" + account + "&currency=USD&asAt=2026-06-30&asKnown=0");
        assertThat(diff.at("/balance/difference/amount").asString()).isEqualTo("0.00");
        assertThat(diff.path("lateFacts")).isEmpty();
    }

    /** 60.00 is paid in hindsight already. */
    @Test
    void neverMoreIsContestedThanIsOpenInTheView() throws Exception {
        story.tell(new DisputeRaised(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new DisputeId(story.id("D1")), Story.eur("80.00"), null, DisputeCategory.PRICE, "too dear", null,
                LocalDate.parse("2026-06-10"), null, LocalDate.parse("2026-05-10")));
        story.position();
        var disputed = "/v1/audit/explain?accountId=" + account + "&bucket=disputed&asAt=2026-05-20";
        assertThat(ask(disputed).at("/figure/amount").asString()).isEqualTo("80.00");
        assertThat(ask(disputed + "&view=hindsight").at("/figure/amount").asString()).isEqualTo("40.00");
        var aged = "/v1/aged-balance?view=hindsight&asAt=2026-05-20&legalEntity=" + entity;
        assertThat(ask(aged).at("/totals/disputed").asString()).isEqualTo("40.00");
        assertThat(ask("/v1/customer-accounts/" + account + "/open-items?view=hindsight&asAt=2026-05-20")
                .at("/items/0/amountDisputed/amount")
                .asString()).isEqualTo("40.00");
    }

    @Test
    void aReplayTellsEachFactWithTheFiguresBeforeAndAfter() throws Exception {
        var lines = replay("2026-06-30", story.position());
        assertThat(lines.stream().map(line -> line.at("/event/type").asString())).containsExactly(
                "CustomerAccountOpened", "InvoiceIssued", "PaymentReceived", "PaymentAllocated",
                "InvoiceSettledInPart");
        assertThat(lines.stream().map(line -> line.at("/after/balance/amount").asString())).containsExactly("0.00",
                "100.00", "30.00", "30.00", "30.00");
        assertThat(lines.stream().map(line -> line.at("/after/overdue/amount").asString())).containsExactly("0.00",
                "100.00", "100.00", "40.00", "40.00");
        var allocated = lines.get(3);
        assertThat(allocated.at("/event/who").asString()).isEqualTo("clerk-1");
        assertThat(allocated.at("/event/commandId").asString()).startsWith("command-");
        assertThat(allocated.at("/before/unapplied/amount").asString()).isEqualTo("70.00");
        assertThat(allocated.at("/after/unapplied/amount").asString()).isEqualTo("10.00");
        assertThat(replay("2026-05-20", story.position())).as("what counted by then").hasSize(3);
        assertThat(replay("2026-06-30", story.position() - 3)).as("what was known by then").hasSize(2);
    }

    /** Doubtful is never more than is open. */
    @Test
    void whatIsMarkedFallsWithWhatIsOpen() throws Exception {
        story.tell(new InvoiceMarkedDoubtful(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new DoubtfulId(story.id("D1")), Story.eur("40.00"), "insolvent", LocalDate.parse("2026-05-25")))
                .payment("P2", "C1", "25.00", "2026-06-01")
                .allocate("A2", "P2", "I1", "C1", "25.00", "2026-06-01");
        long known = story.position();
        var last = replay("2026-06-30", known).getLast();
        assertThat(last.at("/after/doubtful/amount").asString()).isEqualTo("15.00");
        assertEqualsResource(last.path("after"), "2026-06-30", known);
        var explained = explain("doubtful", "2026-06-30", known, "decided");
        assertThat(explained.at("/figure/amount").asString()).isEqualTo("15.00");
        assertThat(explain("doubtful", "2026-05-31", known, "decided").at("/movements/0/kind").asString())
                .isEqualTo("DOUBTFUL");
    }

    @Test
    void aDiffNamesTheLateFactsWithTheirEffects() throws Exception {
        long before = story.position();
        story.invoice("I2", "C1", "25.00", "2026-03-01", "2026-03-31")
                .allocate("A2", "P1", "I2", "C1", "10.00", "2026-05-20")
                .payment("P2", "C1", "5.00", "2026-06-20");
        var diff = ask("/v1/audit/diff?accountId=%s&asAt=2026-05-31&asKnown=%d&asKnownOther=%d".formatted(account,
                before, story.position()));
        assertThat(diff.at("/balance/known/amount").asString()).isEqualTo("30.00");
        assertThat(diff.at("/balance/other/amount").asString()).isEqualTo("55.00");
        assertThat(diff.at("/balance/difference/amount").asString()).isEqualTo("25.00");
        assertThat(diff.path("lateFacts").valueStream().map(AuditAnswersTest::late)).containsExactly(
                "InvoiceIssued 25.00 [0.00,0.00,25.00,0.00] 0.00",
                "PaymentAllocated 0.00 [0.00,0.00,-10.00,0.00] -10.00");
        var back = ask("/v1/audit/diff?legalEntity=%s&asAt=2026-05-31&asKnown=%d&asKnownOther=%d".formatted(entity,
                story.position(), before));
        assertThat(back.at("/balance/difference/amount").asString()).isEqualTo("-25.00");
        assertThat(back.at("/lateFacts/0/effect/amount").asString()).isEqualTo("-25.00");
    }

    private static String late(JsonNode fact) {
        var effect = fact.path("bucketEffect");
        return fact.at("/event/type").asString() + " " + fact.at("/effect/amount").asString() + " "
                + effect.path("buckets").toString().replace("\"", "") + " " + effect.path("unapplied").asString();
    }

    @Test
    void anExplanationLeadsToTheFacts() throws Exception {
        var explained = explain("0", "2026-05-31", story.position(), "decided");
        assertThat(explained.at("/figure/amount").asString()).isEqualTo("40.00");
        assertThat(explained.path("movements")
                .valueStream()
                .map(line -> line.path("kind").asString() + " " + line.at("/amount/amount").asString() + " "
                        + line.path("type").asString() + " " + line.path("effectiveDate").asString() + " "
                        + line.path("who").asString()))
                .containsExactly("ISSUED 100.00 InvoiceIssued 2026-04-01 clerk-1",
                        "CASH -60.00 PaymentAllocated 2026-05-21 clerk-1");
        assertThat(explain("unapplied", "2026-05-31", story.position(), "decided").at("/figure/amount").asString())
                .isEqualTo("10.00");
        assertThat(explain("0", "2026-05-20", story.position(), "hindsight").at("/figure/amount").asString())
                .isEqualTo("40.00");
        assertThat(explain("0", "2026-05-20", story.position(), "decided").at("/figure/amount").asString())
                .isEqualTo("100.00");
        var invoice = ask("/v1/audit/explain?invoiceId=" + story.id("I1") + "&asAt=2026-05-31");
        assertThat(invoice.at("/figure/amount").asString()).isEqualTo("40.00");
        assertThat(invoice.path("movements")).hasSize(2);
    }

    @Test
    void aKeyFigureIsExplainedByTheMovementsOfItsInputs() throws Exception {
        var asked = "?legalEntity=" + entity + "&asAt=2026-06-30&asKnown=" + story.position();
        var all = ask("/v1/kpis" + asked).path("kpis");
        int followed = 0;
        for (var name : all.propertyNames()) {
            var explained = ask("/v1/audit/explain" + asked + "&kpi=" + name);
            assertThat(explained.path("figure")).isEqualTo(all.path(name));
            for (var input : explained.path("inputs")) {
                if (input.has("movements")) {
                    var movements = ask(input.path("movements").asString());
                    assertThat(movements.path("total").asString()).as(name + ": " + input)
                            .isEqualTo(input.path("value").asString());
                    assertThat(
                            movements.path("items").valueStream().mapToLong(line -> cents(line.path("amount"))).sum())
                            .isEqualTo(
                                    new BigDecimal(input.path("value").asString()).movePointRight(2).longValueExact());
                    followed++;
                }
            }
        }
        assertThat(followed).isGreaterThan(10);
        http.perform(get("/v1/audit/explain" + asked + "&kpi=luck")).andExpect(status().isBadRequest());
        http.perform(get("/v1/audit/movements" + asked + "&input=luck")).andExpect(status().isBadRequest());
        var page = ask("/v1/audit/movements" + asked + "&input=receivablesEnd&limit=1");
        assertThat(page.path("items")).hasSize(1);
        var next = ask("/v1/audit/movements" + asked + "&input=receivablesEnd&limit=1&after="
                + page.path("nextCursor").asString());
        assertThat(next.at("/items/0/kind").asString()).isEqualTo("CASH");
        assertThat(next.path("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 20261126})
    void anyHistoryIsToldAndExplainedToTheCent(long seed) throws Exception {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        story = stories.begin();
        story.account("C0").account("C1");
        account = story.id("C1");
        entity = story.entity().value();
        var history = new RandomHistory(story, random, 2);
        for (int i = 0; i < 120; i++) {
            history.oneFact();
        }
        long last = story.position();
        for (int i = 0; i < 8; i++) {
            var asAt = RandomHistory.FIRST_DAY.plusDays(random.nextInt(RandomHistory.DAYS + 60));
            long known = i < 3 ? last : story.firstPosition() + random.nextLong(last - story.firstPosition() + 1);
            told(history.book(), asAt, known);
            toldOfEntity(history.book(), asAt, known);
            explained(asAt, known);
            compared(history.book(), asAt, known,
                    story.firstPosition() + random.nextLong(last - story.firstPosition() + 1));
        }
    }

    private void told(PlainBook book, LocalDate asAt, long known) throws Exception {
        var lines = replay(asAt.toString(), known);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (i > 0) {
                assertThat(line.path("before")).isEqualTo(lines.get(i - 1).path("after"));
            }
            long position = line.at("/event/position").asLong();
            assertThat(cents(line.at("/after/balance"))).as("at %s with position %s", asAt, position)
                    .isEqualTo(balance(book, asAt, position, account));
        }
        assertEqualsResource(lines.getLast().path("after"), asAt.toString(), known);
    }

    private void toldOfEntity(PlainBook book, LocalDate asAt, long known) throws Exception {
        var lines = lines("/v1/audit/legal-entities/" + entity + "/replay", asAt.toString(), known);
        for (var line : lines) {
            long position = line.at("/event/position").asLong();
            var balances = line.at("/after/balances");
            assertThat(balances.isEmpty() ? 0 : cents(balances.at("/0/balance"))).isEqualTo(
                    balance(book, asAt, position, story.id("C0")) + balance(book, asAt, position, story.id("C1")));
        }
    }

    private void explained(LocalDate asAt, long known) throws Exception {
        for (var view : List.of("decided", "hindsight")) {
            for (var bucket : List.of("balance", "notDue", "0", "1", "2", "3", "unapplied", "charges", "amountDue",
                    "overdue", "factored")) {
                var explained = explain(bucket, asAt.toString(), known, view);
                assertThat(
                        explained.path("movements").valueStream().mapToLong(line -> cents(line.path("amount"))).sum())
                        .isEqualTo(cents(explained.path("figure")));
            }
        }
    }

    private void compared(PlainBook book, LocalDate asAt, long one, long other) throws Exception {
        var diff = ask("/v1/audit/diff?accountId=%s&asAt=%s&asKnown=%d&asKnownOther=%d".formatted(account, asAt, one,
                other));
        long expected = balance(book, asAt, other, account) - balance(book, asAt, one, account);
        assertThat(cents(diff.at("/balance/difference"))).isEqualTo(expected);
        assertThat(diff.path("lateFacts").valueStream().mapToLong(fact -> cents(fact.path("effect"))).sum())
                .isEqualTo(expected);
    }

    private static long balance(PlainBook book, LocalDate asAt, long known, String account) {
        return book.at(asAt, known)
                .aged(asAt)
                .getOrDefault(account, List.of(0L, 0L, 0L, 0L, 0L, 0L))
                .stream()
                .mapToLong(Long::longValue)
                .sum() - 2 * book.at(asAt, known).aged(asAt).getOrDefault(account, List.of(0L)).getLast();
    }

    private void assertEqualsResource(JsonNode state, String asAt, long known) throws Exception {
        var resource = ask("/v1/customer-accounts/%s?asAt=%s&asKnown=%d".formatted(account, asAt, known));
        for (var figure : FIGURES) {
            assertThat(state.path(figure)).as(figure).isEqualTo(resource.path(figure));
        }
        assertThat(state.path("version")).isEqualTo(resource.path("version"));
        assertThat(state.path("creditLimit").isNull()).isEqualTo(resource.path("creditLimit").isMissingNode());
    }

    private List<JsonNode> replay(String asAt, long known) throws Exception {
        return lines("/v1/audit/accounts/" + account + "/replay", asAt, known);
    }

    private List<JsonNode> lines(String path, String asAt, long known) throws Exception {
        var answer = http.perform(get(path + "?asAt=" + asAt + "&asKnown=" + known))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return answer.getContentAsString().lines().map(json::readTree).toList();
    }

    private JsonNode explain(String bucket, String asAt, long known, String view) throws Exception {
        return ask("/v1/audit/explain?accountId=%s&bucket=%s&asAt=%s&asKnown=%d&view=%s".formatted(account, bucket,
                asAt, known, view));
    }

    private JsonNode ask(String path) throws Exception {
        return json.readTree(http.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static long cents(JsonNode money) {
        return new BigDecimal(money.path("amount").asString()).movePointRight(2).longValueExact();
    }
}
