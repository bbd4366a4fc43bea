package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent: a refusal that says what is wrong, never a failure of the server, and nothing has changed. */
@SuppressWarnings("NullAway.Init")
class BadInputIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static Book book;
    private static Api api;
    /** Ids that the server made, by the name that they have in a path. */
    private static final Map<String, String> PARTS = new HashMap<>();
    private String before;

    /** A command that would be accepted; {@code ~} stands for the prefix of the book's ids. */
    record Endpoint(String method, String path, String body) {

        String url() {
            var url = path.replace("~", book.id("")).replace("{entity}", book.entity());
            for (var part : PARTS.entrySet()) {
                url = url.replace("{" + part.getKey() + "}", part.getValue());
            }
            return url;
        }

        JsonNode valid() {
            return JSON.readTree(body.replace('\'', '"').replace("~", book.id("")).replace("{entity}", book.entity()));
        }
    }

    private static final List<Endpoint> MONEY_COMMANDS = List.of(new Endpoint("PUT", "/v1/legal-entities/~NEW", """
            {'name':'New','country':'FR','timeZone':'Europe/Paris','baseCurrency':'EUR'}"""),
            new Endpoint("POST", "/v1/customer-accounts", """
                    {'accountId':'~C9','customerId':'C9','name':'Nine','legalEntity':'{entity}','currency':'EUR',
                     'receivableClass':'TRADE','terms':{'netDays':30,'endOfMonth':'NONE','discount':{'percent':'2.00',
                     'withinDays':10,'taxMode':'INCLUDED'}},'effectiveDate':'2024-01-01'}"""),
            new Endpoint("PUT", "/v1/customer-accounts/~C1/terms", """
                    {'terms':{'netDays':45},'effectiveDate':'2024-02-01'}"""),
            new Endpoint("PUT", "/v1/customer-accounts/~C1/credit-limit", """
                    {'limit':{'amount':'1000.00','currency':'EUR'},'validFrom':'2024-02-01','validTo':'2024-12-31',
                     'reason':'contract'}"""),
            new Endpoint("POST", "/v1/customer-accounts/~C1/holds", """
                    {'reason':'under review','effectiveDate':'2024-02-01'}"""),
            new Endpoint("POST", "/v1/customer-accounts/~C2/holds/{hold}/release", """
                    {'reason':'reviewed','effectiveDate':'2024-02-01'}"""),
            new Endpoint("PUT", "/v1/customer-accounts/~C1/exposure-parts", """
                    {'openOrders':{'amount':'10.00','currency':'EUR'},'secured':{'amount':'5.00','currency':'EUR'},
                     'effectiveDate':'2024-02-01'}"""),
            new Endpoint("POST", "/v1/customer-accounts/~C1/credit-overrides", """
                    {'amount':{'amount':'10.00','currency':'EUR'},'reason':'season','validUntil':'2199-01-01'}"""),
            new Endpoint("POST", "/v1/invoices", """
                    {'invoiceId':'~I9','invoiceNumber':'~I9','accountId':'~C1','issueDate':'2024-01-10',
                     'supplyDate':'2024-01-09','lines':[{'description':'Work','netAmount':{'amount':'100.00',
                     'currency':'EUR'},'taxRate':'20.00'}],'receivableClass':'TRADE'}"""),
            new Endpoint("POST", "/v1/invoices", """
                    {'invoiceId':'~I9','invoiceNumber':'~I9','accountId':'~C1','issueDate':'2024-01-10',
                     'total':{'amount':'20.00','currency':'EUR'},'instalments':[{'dueDate':'2024-02-10',
                     'amount':{'amount':'20.00','currency':'EUR'}}]}"""),
            new Endpoint("POST", "/v1/invoices/~I1/cancellation", """
                    {'reason':'twice','effectiveDate':'2024-02-01'}"""),
            new Endpoint("POST", "/v1/payments", """
                    {'paymentId':'~P9','accountId':'~C1','amount':{'amount':'10.00','currency':'EUR'},
                     'receivedDate':'2024-02-01','valueDate':'2024-02-01','method':'CARD','reference':'thanks',
                     'allocations':[{'invoiceId':'~I1','amount':{'amount':'10.00','currency':'EUR'},'instalment':1}],
                     'autoAllocate':false}"""),
            new Endpoint("POST", "/v1/payments/~UNKNOWN/identification", """
                    {'accountId':'~C1','effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/payments/~P1/allocations", """
                    {'invoiceId':'~I1','amount':{'amount':'10.00','currency':'EUR'},'instalment':1,
                     'writeOffDifference':false,'effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/payments/~P1/auto-allocation", """
                    {'effectiveDate':'2024-02-05','dryRun':true}"""),
            new Endpoint("POST", "/v1/credit-notes/~N1/auto-allocation", """
                    {'effectiveDate':'2024-02-05','dryRun':true}"""),
            new Endpoint("POST", "/v1/payments/~P2/allocations/{allocation}/reversal", """
                    {'reason':'wrong','effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/payments/~P1/reversal", """
                    {'reason':'bounced','effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/payments/~P1/refunds",
                    """
                            {'amount':{'amount':'10.00','currency':'EUR'},'reason':'paid twice','effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/payments/~P1/transfers", """
                    {'accountId':'~C2','amount':{'amount':'10.00','currency':'EUR'},'reason':'sister',
                     'effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/payments/~P1/credit-write-offs", """
                    {'amount':{'amount':'1.00','currency':'EUR'},'reason':'unclaimed','effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/credit-notes/~N1/credit-write-offs", """
                    {'amount':{'amount':'1.00','currency':'EUR'},'reason':'unclaimed','effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/invoices/~I1/doubtful",
                    """
                            {'amount':{'amount':'10.00','currency':'EUR'},'reason':'safeguard','effectiveDate':'2024-03-01'}"""),
            new Endpoint("POST", "/v1/credit-notes", """
                    {'creditNoteId':'~N9','creditNoteNumber':'~N9','accountId':'~C1','issueDate':'2024-02-01',
                     'total':{'amount':'10.00','currency':'EUR'},'reason':'returned','relatesTo':['~I1'],
                     'allocations':[{'invoiceId':'~I1','amount':{'amount':'10.00','currency':'EUR'}}]}"""),
            new Endpoint("POST", "/v1/credit-notes/~N1/allocations", """
                    {'invoiceId':'~I1','amount':{'amount':'10.00','currency':'EUR'},'effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/credit-notes/~N1/cancellation", """
                    {'reason':'wrong','effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/credit-notes/~N1/refunds", """
                    {'amount':{'amount':'10.00','currency':'EUR'},'reason':'wanted','effectiveDate':'2024-02-05'}"""),
            new Endpoint("POST", "/v1/invoices/~I1/write-offs", """
                    {'amount':{'amount':'10.00','currency':'EUR'},'instalment':1,'reason':'gone',
                     'effectiveDate':'2024-03-01','taxRelief':true,'grounds':'FAILED_PURSUIT'}"""),
            new Endpoint("POST", "/v1/invoices/~I2/recoveries",
                    """
                            {'amount':{'amount':'1.00','currency':'EUR'},'effectiveDate':'2024-05-01','reference':'bailiff'}"""),
            new Endpoint("PUT", "/v1/credit-policies/{entity}", """
                    {'validFrom':'2024-01-01','approvals':{'writeOffLimit':{'amount':'5.00','currency':'EUR'},
                     'refundLimit':{'amount':'5.00','currency':'EUR'},'creditWriteOffLimit':{'amount':'5.00',
                     'currency':'EUR'},'steps':[{'upTo':{'amount':'50.00','currency':'EUR'},'role':'credit-manager',
                     'approvers':1},{'role':'controller','approvers':2}]}}"""),
            new Endpoint("PUT", "/v1/customer-accounts/~C1/terms", """
                    {'terms':{'netDays':45,'endOfMonth':'NONE','dayOfMonth':10,'from':'SUPPLY','roll':'FOLLOWING',
                     'instalments':[{'percent':'40.00','netDays':10},{'percent':'60.00','endOfMonth':'NET_THEN_END'}]},
                     'effectiveDate':'2024-02-01'}"""),
            new Endpoint("POST", "/v1/invoices/~I1/reschedule", """
                    {'instalments':[{'dueDate':'2024-05-31','amount':{'amount':'95.00','currency':'EUR'}}],
                     'reason':'agreed','effectiveDate':'2024-03-01'}"""),
            new Endpoint("PUT", "/v1/credit-policies/{entity}", """
                    {'validFrom':'2024-01-01','terms':{'holidays':['2024-05-01'],
                     'templates':[{'name':'A','terms':{'netDays':30,'endOfMonth':'NONE'}}],
                     'legalMaximum':{'limits':[{'netDays':60,'endOfMonth':'NONE'}],'source':'law','mode':'REPORT'}},
                     'dunning':{'levels':[{'level':1,'daysPastDue':5,'minDaysSincePrevious':3,
                                           'fee':{'amount':'5.00','currency':'EUR'}}]},
                     'tolerance':{'amount':'0.05','currency':'EUR'},'edges':[15]}"""),
            new Endpoint("POST", "/v1/credit-policies/{entity}/simulations", """
                    {'from':'2024-01-01','to':'2024-12-31','limit':10,'policy':{'validFrom':'2024-01-01',
                     'terms':{'templates':[{'name':'A','terms':{'netDays':30}}]},'edges':[15]}}"""));

    private static final List<Endpoint> COMMANDS = Stream.of(MONEY_COMMANDS, CollectionCommands.ALL)
            .flatMap(List::stream)
            .toList();

    @BeforeAll
    static void fill() {
        api = Standalone.shared().as("controller", "integration");
        book = Book.open(api, "BAD");
        book.account("C1");
        book.account("C2");
        book.account("C3");
        PARTS.put("hold", book.seen(api.post("/v1/customer-accounts/" + book.id("C2") + "/holds",
                Book.reason("under review", "2024-01-02"))).text("/holdId"));
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-01-20", "50.00");
        PARTS.put("allocation", book.payment("P2", "C1", "2024-01-20", "5.00", Map.of("I1", "5.00"))
                .text("/allocations/0/allocationId"));
        book.seen(api.post("/v1/payments", Map.of("paymentId", book.id("UNKNOWN"), "legalEntity", book.entity(),
                "amount", book.money("7.00"), "receivedDate", "2024-01-20", "method", "CHEQUE")));
        book.creditNote("N1", "C1", "2024-01-20", "30.00", Map.of());
        book.invoice("I2", "C1", "2024-01-10", "2024-02-09", "10.00");
        var writtenOff = book.seen(api.post("/v1/invoices/" + book.id("I2") + "/write-offs", Book.reason("gone",
                "2024-04-01")));
        book.seen(Standalone.shared()
                .asSubject("boss", "controller")
                .post("/v1/write-offs/" + writtenOff.text("/writeOffId") + "/approval", "{}"));
        collect();
    }

    private static void collect() {
        book.account("C4");
        book.invoice("I6", "C3", "2024-01-10", "2024-02-09", "40.00");
        book.invoice("I3", "C4", "2024-01-10", "2024-02-09", "70.00");
        book.invoice("I4", "C4", "2024-01-10", "2024-02-09", "40.00");
        book.invoice("I5", "C4", "2024-01-10", "2024-02-09", "20.00");
        book.payment("P3", "C4", "2024-02-20", "15.00");
        made("dispute", "/v1/invoices/~I1/disputes", """
                {'amount':{'amount':'5.00','currency':'EUR'},'reason':'late','effectiveDate':'2024-02-20'}""",
                "disputeId");
        made("promise", "/v1/customer-accounts/~C1/promises", """
                {'promiseId':'~PR1','amount':{'amount':'5.00','currency':'EUR'},'promisedDate':'2199-01-01',
                 'effectiveDate':'2024-02-20'}""", "promiseId");
        made("plan", "/v1/customer-accounts/~C4/payment-plans", """
                {'planId':'~PL1','items':[{'invoiceId':'~I4'}],'rates':[{'dueDate':'2199-01-01',
                 'amount':{'amount':'40.00','currency':'EUR'}}],'reason':'crisis','effectiveDate':'2024-02-20'}""",
                "planId");
        made("block", "/v1/customer-accounts/~C4/dunning-blocks", """
                {'reason':'talks','effectiveDate':'2024-02-20'}""", "blockId");
        made("placement", "/v1/customer-accounts/~C4/agency-placements", """
                {'agency':'AG1','items':[{'invoiceId':'~I5','instalment':1}],'effectiveDate':'2024-02-20'}""",
                "placementId");
        made("action", "/v1/customer-accounts/~C4/legal-actions", """
                {'kind':'SUMMONS','invoiceIds':['~I5'],'effectiveDate':'2024-02-20'}""", "legalActionId");
        made("insolvency", "/v1/customer-accounts/~C3/insolvency", """
                {'kind':'SAFEGUARD','effectiveDate':'2024-02-20'}""", "insolvencyId");
        made("factoring", "/v1/customer-accounts/~C4/factoring",
                """
                        {'factoringId':'~F1','factor':'FACTOR-1','recourse':false,'derecognised':true,'items':[{'invoiceId':'~I3','instalment':1}],
                         'effectiveDate':'2024-02-21'}""",
                "factoringId");
        made("settlement", "/v1/factoring/~F1/settlements", """
                {'items':[{'invoiceId':'~I3','instalment':1,'amount':{'amount':'1.00','currency':'EUR'}}],
                 'effectiveDate':'2024-02-22'}""", "settlements/0/settlementId");
        made("debt", "/v1/factoring/~F1/misdirected-payments", """
                {'paymentId':'~P3','invoiceId':'~I3','instalment':1,'amount':{'amount':'2.00','currency':'EUR'},
                 'effectiveDate':'2024-02-22'}""", "debts/0/debtId");
    }

    private static void made(String part, String path, String body, String id) {
        PARTS.put(part, book.seen(api.post(path.replace("~", book.id("")),
                JSON.readTree(body.replace('\'', '"').replace("~", book.id(""))))).text("/" + id));
    }

    /** A command that nobody has tried to send badly is missing here. */
    @Test
    void everyCommandIsTried() {
        var tried = COMMANDS.stream().map(it -> it.method() + " " + pattern(it.path())).collect(Collectors.toSet());
        var offered = api.get("/v1/commands?limit=500").ok().json().get("items");
        var missing = new TreeSet<String>();
        offered.forEach(it -> {
            var endpoint = it.get("method").asString() + " " + pattern(it.get("path").asString());
            if (!tried.contains(endpoint) && WITHOUT_OWN_FIELDS.stream().noneMatch(endpoint::endsWith)) {
                missing.add(endpoint);
            }
        });
        assertThat(missing).isEmpty();
    }

    /** Ids become one sign: {@code /v1/invoices/#/disputes}. */
    private static String pattern(String path) {
        return path.replaceAll("/(~[A-Z0-9]+|\\{[a-zA-Z]+}|2024-01|ECB_MRO)(?=/|$)", "/#");
    }

    /** Their bodies have a reason and a date, or less, like those of others that are tried; or a test of their own tries them. */
    private static final List<String> WITHOUT_OWN_FIELDS = List.of("/approval", "/rejection", "/reversal", "/release",
            "/wake",
            "/assignment", "/done", "/notice", "/payout", "/shipped-values", "/contact", "/dunning-procedure",
            "/deliveries",
            "/late-charges", "PUT /v1/reference-rates/#", "PUT /v1/account-mappings/#", "/closure", "/reopening");

    @BeforeEach
    void remember() {
        before = book.aged("2024-06-30").body();
    }

    /** Also the position: no fact was recorded at all, anywhere. */
    @AfterEach
    void nothingHasChanged() {
        assertThat(book.aged("2024-06-30").body()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicNode> bodiesThatAreNone() {
        return COMMANDS.stream()
                .flatMap(endpoint -> Hostile.structures(endpoint.valid()).stream().map(bad -> test(endpoint, bad)));
    }

    @TestFactory
    Stream<DynamicNode> fieldsThatAreWrong() {
        return COMMANDS.stream()
                .flatMap(endpoint -> Hostile.fields(endpoint.valid()).stream().map(bad -> test(endpoint, bad)));
    }

    private static DynamicTest test(Endpoint endpoint, Hostile bad) {
        return DynamicTest.dynamicTest(endpoint.method() + " " + endpoint.path() + ": " + bad, () -> {
            var answer = api.command(endpoint.method(), endpoint.url(), Api.key(), bad.body()).send().problem();
            if (!bad.codes().isEmpty()) {
                assertThat(answer.text("/code")).as(answer.toString()).isIn(bad.codes());
            }
            if (!bad.pointer().isEmpty()) {
                assertThat(answer.text("/errors/0/pointer")).as(answer.toString()).startsWith(bad.pointer());
                assertThat(answer.text("/errors/0/code")).as(answer.toString()).isNotEmpty();
                assertThat(answer.text("/errors/0/detail")).as(answer.toString()).isNotEmpty();
            }
        });
    }

    @TestFactory
    Stream<DynamicNode> bodiesOfAnotherType() {
        return COMMANDS.stream()
                .flatMap(endpoint -> Stream.of("text/plain", "application/xml", "application/x-www-form-urlencoded",
                        "multipart/form-data", "application/json;charset=utf-16")
                        .map(type -> DynamicTest.dynamicTest(endpoint.method() + " " + endpoint.path() + " as " + type,
                                () -> api.command(endpoint.method(), endpoint.url(), Api.key(), endpoint.body())
                                        .with("Content-Type", type)
                                        .send()
                                        .problem())));
    }

    @Test
    void bytesThatAreNoUtf8() {
        var body = "{\"name\":\"Caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        api.call("PUT", "/v1/legal-entities/" + book.id("NEW"))
                .with("Idempotency-Key", Api.key())
                .with("Content-Type", "application/json")
                .bytes(body)
                .send()
                .refused(400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-10, 2024-01-09, 10.00, DUE_BEFORE_ISSUE, /dueDate",
            "2024-01-10, 2024-02-09, 0.00, AMOUNT_NOT_POSITIVE, /total",
            "2024-01-10, 2024-02-09, 0, AMOUNT_NOT_POSITIVE, /total"})
    void invoicesThatCannotBe(String issued, String due, String total, String code, String pointer) {
        var answer = book.issue("I9", "C1", issued, total, Map.of("dueDate", due)).refused(422, code);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void instalmentsThatDoNotAddUp() {
        book.issue("I9", "C1", "2024-01-10", "10.00", Map.of("instalments", List.of(Map.of("dueDate", "2024-02-10",
                "amount", book.money("9.99"))))).refused(422, "INSTALMENTS_DO_NOT_ADD_UP");
    }

    @Test
    void linesAndATotalAtOnce() {
        book.issue("I9", "C1", "2024-01-10", "120.00", Map.of("lines", List.of(Map.of("description", "Work",
                "netAmount", book.money("100.00"), "taxRate", "20.00")))).refused(422, "LINES_AND_TOTAL");
    }

    @Test
    void moreThanIsThere() {
        var allocations = "/v1/payments/" + book.id("P1") + "/allocations";
        api.post(allocations, Map.of("invoiceId", book.id("I1"), "amount", book.money("50.01"), "effectiveDate",
                "2024-02-01")).refused(422, "ALLOCATION_EXCEEDS_UNALLOCATED");
        api.post(allocations, Map.of("invoiceId", book.id("I1"), "amount", book.money("5.00"), "instalment", 2,
                "effectiveDate", "2024-02-01")).refused(422, "INSTALMENT_UNKNOWN");
        api.post(allocations, Map.of("invoiceId", book.id("I1"), "amount", book.money("5.00"), "effectiveDate",
                "2024-01-19")).refused(422, "NOT_AVAILABLE_AT_DATE");
    }

    @Test
    void fiveHundredAndOneAllocations() {
        var one = Map.of("invoiceId", book.id("I1"), "amount", book.money("0.01"));
        api.post("/v1/payments", Map.of("paymentId", book.id("P9"), "accountId", book.id("C1"), "amount",
                book.money("10.00"), "receivedDate", "2024-02-01", "method", "CARD", "allocations",
                Collections.nCopies(501, one))).refused(422, "TOO_MANY_ALLOCATIONS");
    }

    @TestFactory
    Stream<DynamicNode> versionsThatAreNot() {
        var body = Book.reason("twice", "2024-02-01");
        return Stream.of("\"0\"=412", "\"99\"=412", "99=412", "W/\"99\"=412", "garbage=400", "\"-1\"=400",
                "\"1\", \"2\"=400", "\"9999999999999999999\"=400", "\"\"=400")
                .map(row -> row.split("="))
                .map(row -> DynamicTest.dynamicTest("If-Match: " + row[0], () -> api
                        .command("POST", "/v1/invoices/" + book.id("I1") + "/cancellation", Api.key(), body)
                        .with("If-Match", row[0])
                        .send()
                        .refused(Integer.parseInt(row[1]), row[1].equals("412")
                                ? "VERSION_MOVED"
                                : "PARAMETER_INVALID")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"legalEntity= | 4..", "legalEntity=NOBODY | 404 LEGAL_ENTITY_NOT_FOUND",
            "legalEntity=a%00b | 4..", "legalEntity=%E2%80%AE | 4..", "x=1 | 400 REQUIRED",
            "legalEntity=@&asAt=2026-02-30 | 422 DATE_INVALID", "legalEntity=@&asAt=9999-01-01 | 422 DATE_INVALID",
            "legalEntity=@&asAt=yesterday | 422 DATE_INVALID", "legalEntity=@&asAt= | 422 DATE_INVALID",
            "legalEntity=@&asAt=2024-01-01&asAt=2024-01-02 | 4..",
            "legalEntity=@&edges=60,30 | 422 EDGES_INVALID", "legalEntity=@&edges=30,30 | 422 EDGES_INVALID",
            "legalEntity=@&edges=0,30 | 422 EDGES_INVALID", "legalEntity=@&edges=-1 | 422 EDGES_INVALID",
            "legalEntity=@&edges= | 422 EDGES_INVALID", "legalEntity=@&edges=a | 422 EDGES_INVALID",
            "legalEntity=@&edges=30,,60 | 422 EDGES_INVALID", "legalEntity=@&edges=1.5 | 422 EDGES_INVALID",
            "legalEntity=@&edges=999999999999 | 422 EDGES_INVALID",
            "legalEntity=@&edges=1,2,3,4,5,6,7,8,9,10,11,12,13,14 | 422 EDGES_INVALID",
            "legalEntity=@&limit=501 | 422 LIMIT_TOO_LARGE", "legalEntity=@&limit=0 | 422 VALUE_INVALID",
            "legalEntity=@&limit=-1 | 422 VALUE_INVALID", "legalEntity=@&limit=ten | 422 VALUE_INVALID",
            "legalEntity=@&limit=99999999999999999999 | 422 VALUE_INVALID",
            "legalEntity=@&after=garbage | 422 CURSOR_INVALID", "legalEntity=@&after=%00 | 4..",
            "legalEntity=@&after=AAAA | 422 CURSOR_INVALID", "legalEntity=@&after=%C3%A9 | 422 CURSOR_INVALID",
            "legalEntity=@&asKnown=999999999999 | 422 AS_KNOWN_IN_FUTURE",
            "legalEntity=@&asKnown=2199-01-01T00:00:00Z | 422 AS_KNOWN_IN_FUTURE",
            "legalEntity=@&asKnown=never | 422 AS_KNOWN_INVALID", "legalEntity=@&asKnown=-1 | 422 AS_KNOWN_INVALID",
            "legalEntity=@&asKnown=signoff:FR01/2026-99 | 422 AS_KNOWN_INVALID",
            "legalEntity=@&asKnown=99999999999999999999 | 422 AS_KNOWN_INVALID",
            "legalEntity=@&basis=invoiceDate | 400 PARAMETER_INVALID",
            "legalEntity=@&view=tomorrow | 422 VIEW_UNKNOWN", "legalEntity=@&groupBy=country | 400 PARAMETER_INVALID",
            "legalEntity=@&currency=ZZZ | 422 CURRENCY_UNKNOWN", "legalEntity=@&currency=eur | 422 CURRENCY_UNKNOWN",
            "legalEntity=@&accountId=NOBODY | 404 ACCOUNT_NOT_FOUND", "legalEntity=@&accountId=a%00b | 4..",
            "legalEntity=@&receivableClass=NOPE | 400 PARAMETER_INVALID",
            "legalEntity=@&sort=%27;drop | 400 PARAMETER_INVALID"})
    void agedBalancesThatCannotBe(String query, String expected) {
        refused("/v1/aged-balance?" + query.replace("@", book.entity()), expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/v1/invoices/NOBODY | 404 INVOICE_NOT_FOUND",
            "/v1/payments/NOBODY | 404 PAYMENT_NOT_FOUND", "/v1/credit-notes/NOBODY | 404 CREDIT_NOTE_NOT_FOUND",
            "/v1/customer-accounts/NOBODY | 404 ACCOUNT_NOT_FOUND", "/v1/refunds/NOBODY | 404 REFUND_NOT_FOUND",
            "/v1/write-offs/NOBODY | 404 WRITE_OFF_NOT_FOUND",
            "/v1/invoices/@?asAt=2026-02-30 | 422 DATE_INVALID",
            "/v1/invoices/@?asAt=2024-01-09 | 404 INVOICE_NOT_FOUND",
            "/v1/invoices/@?asKnown=1 | 404 INVOICE_NOT_FOUND", "/v1/invoices/@?asKnown=x | 422 AS_KNOWN_INVALID",
            "/v1/invoices/@?asKnown=999999999999 | 422 AS_KNOWN_IN_FUTURE", "/v1/invoices/a%2Fb | 4..",
            "/v1/invoices/a%00b | 4..", "/v1/invoices/%E2%80%AE | 4..", "/v1/invoices/%FF | 4..",
            "/v1/invoices/a;b | 4..", "/v1/invoices/a%5Cb | 4..", "/v1//invoices | 4..",
            "/v1/nothing | 404 NO_SUCH_PATH", "/v2/invoices | 404 NO_SUCH_PATH",
            "/v1/invoices/@/x/y | 404 NO_SUCH_PATH", "/v1/customer-accounts/NOBODY/open-items | 404 ACCOUNT_NOT_FOUND",
            "/v1/customer-accounts/NOBODY/timeline | 404 ACCOUNT_NOT_FOUND",
            "/v1/exports/NOBODY | 404 EXPORT_NOT_FOUND", "/v1/exports/NOBODY/content | 404 EXPORT_NOT_FOUND"})
    void addressesThatLeadNowhere(String path, String expected) {
        refused(path.replace("@", book.id("I1")), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/invoices", "/v1/payments", "/v1/customer-accounts", "/v1/credit-notes",
            "/v1/credit-balances", "/v1/approvals", "/v1/collection-queues/overdue/items", "/v1/exports"})
    void listsThatCannotBe(String list) {
        refused(list + "?limit=501", "422 LIMIT_TOO_LARGE");
        refused(list + "?limit=0", "422 VALUE_INVALID");
        refused(list + "?limit=x", "422 VALUE_INVALID");
        refused(list + "?after=garbage", "422 CURSOR_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"PUT,/v1/invoices", "DELETE,/v1/invoices", "PATCH,/v1/payments", "POST,/v1/aged-balance",
            "POST,/v1/legal-entities/FR01", "DELETE,/v1/legal-entities/FR01"})
    void methodsThatAreNotOffered(String method, String path) {
        var answer = api.command(method, path, Api.key(), "{}").send().refused(405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0.", "..", "a.b.c"})
    void tokensThatAreNone(String token) {
        var stranger = Standalone.shared().withToken(token);
        stranger.get("/v1/aged-balance?legalEntity=" + book.entity()).refused(401, "UNAUTHENTICATED");
        stranger.post("/v1/invoices", "{}").refused(401, "UNAUTHENTICATED");
    }

    @Test
    void noTokenAtAll() {
        var stranger = Standalone.shared().withToken(null);
        COMMANDS.forEach(endpoint -> stranger.command(endpoint.method(), endpoint.url(), Api.key(), endpoint.valid())
                .send()
                .refused(401, "UNAUTHENTICATED"));
        stranger.get("/v1/aged-balance?legalEntity=" + book.entity()).refused(401, "UNAUTHENTICATED");
    }

    @Test
    void positionsThatAreNone() {
        for (var position : List.of("x", "-1", "1.5", "99999999999999999999")) {
            api.call("GET", "/v1/invoices/" + book.id("I1"))
                    .with("If-Consistent-With", position)
                    .send()
                    .refused(400, "PARAMETER_INVALID");
        }
        var early = api.call("GET", "/v1/invoices/" + book.id("I1")).with("If-Consistent-With", "999999999").send();
        assertThat(early.status() + early.text("/code")).isEqualTo("503NOT_YET_VISIBLE");
        assertThat(early.header("Retry-After")).isNotEmpty();
    }

    @Test
    void textsThatLookLikeCommandsOfTheDatabase() {
        var text = URLEncoder.encode("' or 1=1; drop table ledger.movement --", StandardCharsets.UTF_8);
        refused("/v1/aged-balance?legalEntity=" + text, "404 LEGAL_ENTITY_NOT_FOUND");
        refused("/v1/aged-balance?legalEntity=" + book.entity() + "&accountId=" + text, "404 ACCOUNT_NOT_FOUND");
    }

    private static void refused(String path, String expected) {
        var answer = api.get(path).problem();
        if (!expected.equals("4..")) {
            assertThat(answer.status() + " " + answer.text("/code")).as(answer.toString()).isEqualTo(expected);
        }
    }
}
