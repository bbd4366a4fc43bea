package io.receivables.command.lane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.command.CommandSideApplication;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.stream.Command;
import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.command.testing.OpenItemsOfHistory;
import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Another node writes behind the lane's back. Both are whole command sides on one database. */
class TwoNodesTest {

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext other;

    private final Book book = Book.open();
    private final Turns turns = new Turns(book);
    private final Lane here = CommandServer.context().getBean(Lane.class);

    @BeforeAll
    static void startOther() {
        other = start();
    }

    @AfterAll
    static void stopOther() {
        other.close();
    }

    private static ConfigurableApplicationContext start() {
        var properties = new HashMap<String, Object>(TestIdentity.settings());
        properties.putAll(Map.of("server.port", "0", "spring.main.banner-mode", "off", "spring.jmx.enabled", "false",
                "receivables.agreements.look-every", "PT0S"));
        return new SpringApplicationBuilder(CommandSideApplication.class).properties(properties)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(DataSource.class,
                        () -> new DelegatingDataSource(
                                CommandServer.context().getBean(DataSource.class))))
                .run();
    }

    @Test
    void aRefusalNeverRestsOnAStaleStream() {
        var invoice = book.invoice("100.00");
        var payment = book.payment("300.00");
        var allocation = allocate(here, payment, invoice, "100.00");
        assertThat(allocation).isEqualTo("201");
        var id = allocationOf(payment);
        assertThat(send(there(), "ReversePaymentAllocation", List.of(payment, id),
                "{'reason':'wrong invoice','effectiveDate':'2026-01-20'}")).isEqualTo("200");
        assertThat(allocate(here, payment, invoice, "50.00")).isEqualTo("201");
    }

    @Test
    void aDecisionOnAStaleStreamIsDecidedAgain() {
        var invoice = book.invoice("100.00");
        var payment = book.payment("300.00");
        assertThat(allocate(here, payment, invoice, "10.00")).isEqualTo("201");
        assertThat(allocate(there(), payment, invoice, "60.00")).isEqualTo("201");
        assertThat(allocate(here, payment, invoice, "40.00")).isEqualTo("ALLOCATION_EXCEEDS_OPEN");
        assertThat(allocate(there(), payment, invoice, "20.00")).isEqualTo("201");
        assertThat(allocate(here, payment, invoice, "10.00")).isEqualTo("201");
    }

    /** A judgement appends nothing to the invoices of a plan, so no conflict tells that they were stale. */
    @Test
    void aPlanIsNotJudgedByAStaleInvoice() {
        var controller = Api.as(Role.CONTROLLER);
        var elsewhere = controller.on(URI.create("http://localhost:"
                + other.getEnvironment().getRequiredProperty("local.server.port")));
        var invoice = book.invoice("100.00");
        var plans = "/v1/customer-accounts/" + book.account + "/payment-plans";
        var plan = controller.post(plans, """
                {'items':[{'invoiceId':'%s'}],'rates':[{'dueDate':'2026-04-01','amount':%s}],'reason':'x',
                 'effectiveDate':'2026-03-01'}""".formatted(invoice, Book.eur("100.00"))).expect(201).at("/planId");
        controller.post(plans + "/" + plan + "/acceptance", "{'evidence':'x','effectiveDate':'2026-03-01'}")
                .expect(200);
        var run = "{'legalEntity':'%s'}".formatted(book.entity);
        assertThat(elsewhere.post("/v1/agreement-runs", run).expect(200).at("/judged/0/fact"))
                .isEqualTo("PaymentPlanBreached");
        assertThat(allocate(here, book.payment("100.00"), invoice, "100.00")).isEqualTo("201");
        assertThat(elsewhere.post("/v1/agreement-runs", run).expect(200).at("/judged/0/fact"))
                .isEqualTo("PaymentPlanCompleted");
    }

    /** Nor does a proposal: it would offer a schedule for what was paid on another node. */
    @Test
    void aPlanIsNotProposedForWhatAStaleInvoiceHadOpen() {
        var controller = Api.as(Role.CONTROLLER);
        var invoice = book.invoice("100.00");
        assertThat(allocate(here, book.payment("10.00"), invoice, "10.00")).isEqualTo("201");
        assertThat(allocate(there(), book.payment("30.00"), invoice, "30.00")).isEqualTo("201");
        var plan = """
                {'items':[{'invoiceId':'%s'}],'rates':[{'dueDate':'2026-04-01','amount':%s}],'reason':'x',
                 'effectiveDate':'2026-03-01'}""";
        var plans = "/v1/customer-accounts/" + book.account + "/payment-plans";
        var refused = controller.post(plans, plan.formatted(invoice, Book.eur("90.00")))
                .expect(422, "PAYMENT_PLAN_NOT_SUM");
        assertThat(refused.at("/detail")).contains("60.00 EUR is covered");
        controller.post(plans, plan.formatted(invoice, Book.eur("60.00"))).expect(201);
    }

    @Test
    void racersOfTwoNodesTakeExactlyWhatIsOpen() throws Exception {
        var invoice = book.invoice("100.00");
        var payment = book.payment("1000.00");
        var outcomes = new TreeMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var racers = IntStream.range(0, 110)
                    .mapToObj(
                            i -> threads.submit(() -> allocate(i % 2 == 0 ? here : there(), payment, invoice, "1.00")))
                    .toList();
            for (var racer : racers) {
                outcomes.merge(racer.get(), 1, Integer::sum);
            }
        }
        assertThat(outcomes).isEqualTo(Map.of("201", 100, "ALLOCATION_EXCEEDS_OPEN", 10));
        OpenItemsOfHistory.expectKept();
    }

    /** The first refused attempt begins a stream; of several at once on two nodes each is one, and each is told why. */
    @Test
    void firstAttemptsOfTwoNodesAtOnceAreAllRemembered() throws Exception {
        var claire = Api.as("claire", Role.CONTROLLER);
        var elsewhere = claire.on(URI.create("http://localhost:"
                + other.getEnvironment().getRequiredProperty("local.server.port")));
        var attempts = new ArrayList<String>();
        for (int round = 0; round < 10; round++) {
            var id = claire.post("/v1/invoices/" + book.invoice("500.00") + "/write-offs",
                    "{'amount':%s,'reason':'gone','effectiveDate':'2026-02-01'}".formatted(Book.eur("100.00")))
                    .expect(201)
                    .at("/writeOffId");
            attempts.add("approval-attempts/WRITE_OFF/" + id);
            var calls = IntStream.range(0,
                    8).<java.util.concurrent.Callable<Api.Answer>>mapToObj(i -> () -> (i % 2 == 0 ? claire : elsewhere)
                            .post("/v1/write-offs/" + id + "/approval", "{}"))
                    .toList();
            try (var threads = Executors.newFixedThreadPool(8)) {
                for (var call : threads.invokeAll(calls)) {
                    call.get().expect(403, "APPROVER_IS_REQUESTER");
                }
            }
        }
        assertThat(CommandServer.context()
                .getBean(JdbcClient.class)
                .sql("select count(*) from eventstore.event_json where aggregate_identifier in (:attempts)")
                .param("attempts", attempts)
                .query(Integer.class)
                .single()).isEqualTo(80);
    }

    @Test
    void twoNodesKeepTheLimitOfAGroup() throws Exception {
        var controller = Api.as(Role.CONTROLLER);
        var second = Book.openAccount(book.entity, Book.id("C"), "EUR");
        var group = Book.id("G");
        controller.put("/v1/credit-groups/" + group,
                "{'legalEntity':'%s','currency':'EUR','limit':%s,'reason':'x'}".formatted(book.entity,
                        Book.eur("1000.00")))
                .expect(201);
        for (var account : List.of(book.account, second)) {
            controller.put("/v1/customer-accounts/" + account + "/group",
                    "{'creditGroupId':'%s','reason':'x'}".formatted(group)).expect(200);
        }
        var elsewhere = controller.on(URI.create("http://localhost:"
                + other.getEnvironment().getRequiredProperty("local.server.port")));
        var outcomes = new TreeMap<Integer, Integer>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var racers = IntStream.range(0, 50).mapToObj(i -> threads.submit(() -> {
                var id = Book.id("INV");
                return (i % 2 == 0 ? controller : elsewhere).post("/v1/invoices", """
                        {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','total':%s}"""
                        .formatted(id, id, i % 4 < 2 ? book.account : second, Book.eur("100.00"))).status();
            })).toList();
            for (var racer : racers) {
                outcomes.merge(racer.get(), 1, Integer::sum);
            }
        }
        assertThat(outcomes).isEqualTo(Map.of(201, 10, 422, 40));
    }

    /** A month is closed on one node while the other one goes on: each fact is signed, or booked after the signature. */
    @Test
    void aCloseOnOneNodeWaitsForTheFactsOfTheOther() throws Exception {
        var controller = Api.as(Role.CONTROLLER);
        var elsewhere = controller.on(URI.create("http://localhost:"
                + other.getEnvironment().getRequiredProperty("local.server.port")));
        var calls = new ArrayList<java.util.concurrent.Callable<Api.Answer>>();
        IntStream.range(0, 80).forEach(i -> calls.add(() -> {
            var id = Book.id("INV");
            return (i % 2 == 0 ? controller : elsewhere).post("/v1/invoices", """
                    {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','total':%s}"""
                    .formatted(id, id, book.account, Book.eur("1.00"))).expect(201);
        }));
        calls.add(40, () -> controller.post("/v1/periods/" + book.entity + "/2026-01/close", "{'reason':'x'}")
                .expect(201));
        var answers = new ArrayList<Api.Answer>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
        }
        var close = answers.remove(40);
        long watermark = close.body().at("/position").asLong();
        long signed = answers.stream().filter(it -> it.body().at("/position").asLong() < watermark).count();
        assertThat(close.at("/totals/0/balance/amount")).isEqualTo(signed + ".00");
        assertThat(CommandServer.context()
                .getBean(JdbcClient.class)
                .sql("""
                        select count(*) from eventstore.event_json
                         where payload ->> 'legalEntity' = ? and payload_type = 'InvoiceIssued'
                           and (global_index > ?) <> (metadata ->> 'accountingDate' is not null)""")
                .params(book.entity, watermark)
                .query(Integer.class)
                .single()).isZero();
    }

    @Test
    void runsOfTwoNodesAtOnceClaimEachChargeOnce() throws Exception {
        var controller = Api.as(Role.CONTROLLER);
        controller.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','lateCharges':{'fixedIndemnity':%s}}".formatted(Book.eur("40.00")))
                .expect(201);
        var late = new HashSet<String>();
        for (int i = 0; i < 70; i++) {
            late.add(book.invoice("1.00"));
        }
        var elsewhere = controller.on(URI.create("http://localhost:"
                + other.getEnvironment().getRequiredProperty("local.server.port")));
        var charged = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var runs = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? controller : elsewhere)
                            .post("/v1/late-charge-runs",
                                    "{'legalEntity':'%s','asAt':'2026-03-01'}".formatted(book.entity))
                            .expect(200)
                            .body()
                            .at("/charges")))
                    .toList();
            for (var run : runs) {
                run.get().forEach(charge -> charged.add(charge.at("/invoiceId").asString()));
            }
        }
        assertThat(charged).containsExactlyInAnyOrderElementsOf(late);
    }

    @Test
    void racersOfTwoNodesTakeExactlyTheRoomUnderALimit() throws Exception {
        assertThat(send(here, "SetCreditLimit", List.of(book.account), "{'limit':%s,'reason':'contract'}"
                .formatted(Book.eur("1000.00")))).isEqualTo("200");
        var outcomes = new TreeMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(25)) {
            var racers = IntStream.range(0, 50).mapToObj(i -> threads.submit(() -> {
                var id = Book.id("INV");
                return send(i % 2 == 0 ? here : there(), "IssueInvoice", List.of(),
                        turns.invoiceBody(id, id, "100.00"));
            })).toList();
            for (var racer : racers) {
                outcomes.merge(racer.get(), 1, Integer::sum);
            }
        }
        assertThat(outcomes).isEqualTo(Map.of("201", 10, "CREDIT_LIMIT_EXCEEDED", 40));
        OpenItemsOfHistory.expectKept();
    }

    @RepeatedTest(20)
    void twinsOfTwoNodesGetOneAnswer() throws Exception {
        var key = Book.id("key");
        var body = turns.invoiceBody(Book.id("INV"), Book.id("NO"), "1.00");
        var answers = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var twins = IntStream.range(0, 40).mapToObj(i -> threads.submit(() -> {
                var bound = turns.bound(key, "IssueInvoice", List.of(), body);
                return new String((i % 2 == 0 ? here : there()).submit(bound.command(), bound.context()).join().body(),
                        UTF_8);
            })).toList();
            for (var twin : twins) {
                answers.add(twin.get());
            }
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void aTwinOfAnotherNodeThatDoesNotEndIsGivenUpAndStopsNobody() throws Exception {
        var twin = turns.invoice(Book.id("INV"), Book.id("NO"), "1.00");
        try (var connection = CommandServer.context().getBean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + twin.key().lock() + ")");
            var waiting = here.submit(twin.command(), twin.context());
            book.invoice("1.00");
            assertThat(waiting).isNotDone();
            assertThat(waiting).failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT));
            connection.rollback();
        }
        assertThat(here.submit(twin.command(), twin.context()).join().status()).isEqualTo(201);
    }

    @Test
    void aNodeThatStopsFinishesWhatItAccepted() {
        var node = start();
        var lane = node.getBean(Lane.class);
        var accepted = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < 2_000; i++) {
            var bound = turns.bound(Book.id("key"), "IssueInvoice", List.of(),
                    turns.invoiceBody(Book.id("INV"), Book.id("NO"), "1.00"));
            accepted.add(lane.submit(bound.command(), bound.context()));
        }
        node.close();
        assertThat(accepted).allMatch(answer -> answer.isDone() && !answer.isCompletedExceptionally());
        var late = turns.bound(Book.id("key"), "IssueInvoice", List.of(),
                turns.invoiceBody(Book.id("INV"), Book.id("NO"), "1.00"));
        assertThat(outcome(lane, late.command(), late.context())).isEqualTo("SHUTTING_DOWN");
    }

    @Test
    void lostConnectionsFailWhatIsUnderWayAndNothingAfter() throws Exception {
        var api = Api.as(Role.CLERK);
        var pool = CommandServer.context().getBean(DataSource.class).unwrap(HikariDataSource.class);
        try (var connection = pool.getConnection(); var statement = connection.createStatement()) {
            for (int round = 0; round < 5; round++) {
                var id = Book.id("INV");
                var body = turns.invoiceBody(id, id, "1.00");
                var key = Book.id("key");
                statement.execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid()""");
                var answer = api.send("POST", "/v1/invoices", key, body, Map.of());
                assertThat(answer.status() == 201 || "DATABASE_UNAVAILABLE".equals(answer.code())).isTrue();
                pool.getHikariPoolMXBean().softEvictConnections();
                assertThat(again(api, key, body)).isEqualTo(201);
            }
        }
    }

    private static int again(Api api, String key, String body) {
        int status = 503;
        for (int attempt = 0; status == 503 && attempt < 20; attempt++) {
            status = api.send("POST", "/v1/invoices", key, body, Map.of()).status();
        }
        return status;
    }

    @Test
    void whatIsTooMuchIsRefusedAndTheRestIsDone() throws Exception {
        var bounds = IntStream.range(0, Lane.MOST_WAITING + 2 * Lane.MOST_IN_GROUP)
                .mapToObj(_ -> turns.bound(Book.id("key"), "IssueInvoice", List.of(),
                        turns.invoiceBody(Book.id("INV"), Book.id("NO"), "1.00")))
                .toList();
        var accepted = new ArrayList<CompletableFuture<Answer>>();
        int refused = 0;
        try (var connection = CommandServer.context().getBean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table command.idempotency in access exclusive mode");
            for (var bound : bounds) {
                try {
                    accepted.add(here.submit(bound.command(), bound.context()));
                } catch (Refusal full) {
                    assertThat(full.code().name()).isEqualTo("COMMAND_QUEUE_FULL");
                    refused++;
                }
            }
            connection.rollback();
        }
        assertThat(refused).isPositive();
        for (var answer : accepted) {
            assertThat(answer.get().status()).isEqualTo(201);
        }
    }

    private static Lane there() {
        return other.getBean(Lane.class);
    }

    private String allocate(Lane lane, String payment, String invoice, String amount) {
        return send(lane, "AllocatePayment", List.of(payment),
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-20'}"
                        .formatted(invoice, Book.eur(amount)));
    }

    private String send(Lane lane, String command, List<String> target, String body) {
        var bound = turns.bound(Book.id("key"), command, target, body);
        return outcome(lane, bound.command(), bound.context());
    }

    private static String outcome(Lane lane, Command command, CommandContext context) {
        try {
            return String.valueOf(lane.submit(command, context).join().status());
        } catch (Refusal refusal) {
            return refusal.code().name();
        } catch (CompletionException e) {
            return e.getCause() instanceof Refusal refusal ? refusal.code().name() : String.valueOf(e.getCause());
        }
    }

    private static String allocationOf(String payment) {
        return CommandServer.context()
                .getBean(JdbcClient.class)
                .sql("""
                        select payload ->> 'allocationId' from eventstore.event_json
                         where aggregate_identifier = ? and payload_type = 'PaymentAllocated'""")
                .param("payment/" + payment)
                .query(String.class)
                .single();
    }
}
