package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of each side on a PostgreSQL that syncs, and all of them are killed while clients write and ask. */
@SuppressWarnings("NullAway.Init")
class FaultsIT {

    /** Measured: about two seconds. A busy machine may need longer, a client that gave up after this would not. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;
    private static Cluster cluster;

    private enum Victim {
        SERVICE,
        DATABASE,
        BOTH
    }

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start(folder, 2, 2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceWhateverWasKilled() throws Exception {
        var commands = cluster.commands(0);
        var queries = cluster.api(cluster.queries(0));
        var book = Book.open(cluster.api(commands), "KILLED").readingFrom(queries);
        book.account("C1");
        var writers = Writers.patient(book.api(), book, "C1").start(4);
        try (var questioner = Questioner.asking(queries, "/v1/aged-balance?legalEntity=" + book.entity())) {
            for (var victim : List.of(Victim.SERVICE, Victim.DATABASE, Victim.BOTH, Victim.DATABASE, Victim.SERVICE)) {
                int before = writers.acknowledged();
                await().atMost(PATIENCE).until(() -> writers.acknowledged() >= before + 40);
                killAndBringBack(victim, commands, writers, questioner);
            }
            writers.stop();
        }
        assertThat(writers.again()).as("the service said by itself that the database is away")
                .containsKey("DATABASE_UNAVAILABLE");
        System.out.println("writers were told to try again: " + writers.again());
        writers.everythingIsThereOnce(cluster.api(commands), book);
    }

    private static void killAndBringBack(Victim victim, Node commands, Writers writers, Questioner questioner) {
        if (victim == Victim.SERVICE) {
            commands.kill();
            commands.startAgain();
            return;
        }
        int refused = questioner.refused();
        if (victim == Victim.BOTH) {
            commands.kill();
        }
        cluster.postgres().kill();
        if (victim == Victim.BOTH) {
            commands.startSoon(); // a service that starts first waits for its database
        }
        await().atMost(PATIENCE).until(() -> questioner.refused() > refused);
        cluster.postgres().startAgain();
        if (victim == Victim.BOTH) {
            commands.awaitHealth();
        }
        int acknowledged = writers.acknowledged();
        int answered = questioner.answered();
        var since = System.nanoTime();
        await("commands are done again").atMost(BACK_WITHIN).until(() -> writers.acknowledged() > acknowledged);
        var commanded = System.nanoTime();
        await("questions are answered again").atMost(BACK_WITHIN).until(() -> questioner.answered() > answered);
        System.out.printf("%s killed: commands are back after %d ms, queries after %d ms%n", victim,
                (commanded - since) / 1_000_000, (System.nanoTime() - since) / 1_000_000);
    }

    @Test
    void nodesThatShareStreamsSpendWhatIsOpenOnce() {
        var book = Book.open(cluster.api(cluster.commands(0)), "SHARED")
                .readingFrom(cluster.api(cluster.queries(0)));
        book.account("C1");
        book.payment("P1", "C1", "2024-01-20", "300.00");
        for (int attempts : List.of(100, 110)) {
            var invoice = "I" + attempts;
            book.invoice(invoice, "C1", "2024-01-10", "2024-02-09", "100.00");
            var answers = Together.run(16, IntStream.range(0, attempts)
                    .<Callable<Answer>>mapToObj(i -> () -> allocateOne(book, cluster.commands(i % 2), invoice))
                    .toList());
            var counts = answers.stream()
                    .collect(Collectors.groupingBy(answer -> answer.status() < 300 ? "done" : answer.text("/code"),
                            Collectors.counting()));
            assertThat(counts).isEqualTo(attempts == 100
                    ? Map.of("done", 100L)
                    : Map.of("done", 100L, "ALLOCATION_EXCEEDS_OPEN", attempts - 100L));
            answers.stream()
                    .filter(answer -> answer.status() >= 300)
                    .forEach(answer -> answer.refused(422,
                            "ALLOCATION_EXCEEDS_OPEN"));
            answers.stream().filter(answer -> answer.status() < 300).forEach(book::seen);
            assertThat(book.invoice(invoice).text("/status")).isEqualTo("PAID");
        }
        assertThat(book.get("/v1/payments/" + book.id("P1")).amount("unallocatedAmount")).isEqualTo("100.00");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 100.00 = -100.00");
        AuditFold.of(book).isAnswered(book, LocalDate.of(2024, 3, 1), book.position());
    }

    private static Answer allocateOne(Book book, Node node, String invoice) {
        return cluster.api(node)
                .insist("/v1/payments/" + book.id("P1") + "/allocations", Api.key(), Map.of(
                        "invoiceId", book.id(invoice), "amount", book.money("1.00"), "effectiveDate", "2024-01-25"));
    }

    @Test
    void aKilledQueryNodeIsReplacedByTheOther() throws Exception {
        var keeper = keeperOfTheBooks();
        var other = cluster.queryNodes().stream().filter(node -> node != keeper).findFirst().orElseThrow();
        var api = cluster.as(cluster.commands(0), "asker", "*");
        var book = Book.open(api, "TAKEOVER").readingFrom(cluster.api(other));
        var commands = new RandomCommands(new Random(7), book, api, cluster.as(cluster.commands(0), "approver", "*"));
        for (int i = 0; i < 200; i++) {
            if (i == 100) {
                keeper.kill();
            }
            commands.next();
        }
        var since = System.nanoTime();
        await("the other has taken over").atMost(PATIENCE).until(() -> book.get("/v1/legal-entities").status() == 200);
        System.out.printf("books are kept by the other node %d ms after the last command%n",
                (System.nanoTime() - since) / 1_000_000);
        keeper.startAgain();
        var fold = AuditFold.of(book);
        var random = new Random(7);
        for (var reader : List.of(other, keeper)) {
            book.readingFrom(cluster.api(reader));
            for (int i = 0; i < 10; i++) {
                fold.isAnswered(book, LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400)),
                        i == 0 ? book.position() : fold.anyPosition(random));
            }
        }
    }

    /** The node whose process has claimed the token. */
    private static Node keeperOfTheBooks() throws SQLException {
        try (var connection = cluster.postgres().connect();
                var statement = connection.createStatement();
                var owner = statement
                        .executeQuery("select split_part(owner, '@', 1)::bigint from ledger.token_entry")) {
            owner.next();
            long pid = owner.getLong(1);
            return cluster.queryNodes().stream().filter(node -> node.pid() == pid).findFirst().orElseThrow();
        }
    }

    @Test
    void anOrderlyEndUnderLoadLosesNothing() throws Exception {
        var commands = cluster.commands(1);
        var book = Book.open(cluster.api(commands), "ORDERLY").readingFrom(cluster.api(cluster.queries(0)));
        book.account("C1");
        var writers = Writers.untilItEnds(book.api(), book, "C1").start(8);
        await().atMost(PATIENCE).until(() -> writers.acknowledged() >= 100);
        var since = System.nanoTime();
        assertThat(commands.terminate()).isIn(0, 143);
        System.out.printf("ended %d ms after it was asked to%n", (System.nanoTime() - since) / 1_000_000);
        writers.awaitEnd();
        commands.startAgain();
        writers.everythingIsThereOnce(cluster.api(commands), book);
    }

    @Test
    void aDatabaseThatRestartsIsUsedAgain() {
        var commands = cluster.api(cluster.commands(1));
        var queries = cluster.api(cluster.queries(1));
        var book = Book.open(commands, "REST").readingFrom(queries);
        book.account("C1");
        cluster.postgres().restart();
        var body = Map.of("invoiceId", book.id("I1"), "invoiceNumber", book.id("I1"), "accountId", book.id("C1"),
                "issueDate", "2024-01-01", "total", book.money("2.00"));
        var issued = book.seen(commands.insist("/v1/invoices", Api.key(), body));
        await("the books go on").atMost(BACK_WITHIN).until(() -> {
            var answer = book.get("/v1/invoices/" + book.id("I1"));
            assertThat(answer.status() == 200 || answer.isWorthAnotherTry()).as(answer.toString()).isTrue();
            return answer.status() == 200;
        });
        book.shows("/v1/invoices/" + book.id("I1"), issued);
    }

    @Test
    void aServiceWhoseDatabaseStaysAwayEndsAndSaysWhy() throws Exception {
        var nowhere = "jdbc:postgresql://127.0.0.1:" + ServerProcess.freePort() + "/postgres?user=a&password=b";
        var keys = new SignedTokens().writeKeys(Files.createDirectories(folder.resolve("away")));
        var command = Node.command("command-side");
        command.add("--spring.datasource.hikari.initialization-fail-timeout=2000");
        var server = ServerProcess.launch("away", command, Cluster.settings(nowhere, keys), ServerProcess.freePort());
        assertThat(server.awaitExit()).isEqualTo(1);
        assertThat(Files.readString(server.log())).contains("Connection to 127.0.0.1");
    }
}
