package io.receivables.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything has a limit, who meets one is told so, and nobody else notices. */
class BoundsIT {

    private static final int QUERY_CONNECTIONS = 10;

    private final Standalone standalone = Standalone.shared();
    private final Api api = standalone.as("controller", "integration");

    @Test
    void aBodyOfMoreThanAMillionCharactersIsRefused() {
        api.post("/v1/invoices", "{" + " ".repeat(1_048_577) + "}").refused(413, "BODY_TOO_LARGE");
    }

    @Test
    void aBodyWithoutEndIsNotReadToItsEnd() {
        try {
            api.post("/v1/invoices", "{" + " ".repeat(20_000_000) + "}").refused(413, "BODY_TOO_LARGE");
        } catch (UncheckedIOException closed) {
            assertThat(closed).as("the server has stopped reading").hasMessageContaining("/v1/invoices");
        }
        api.get("/v1/legal-entities").ok();
    }

    @Test
    void headersOfMoreThanEightKilobytesAreRefused() {
        api.call("GET", "/v1/legal-entities").with("X-Long", "x".repeat(9_000)).send().problem();
    }

    @Test
    void aUrlOfMoreThanEightKilobytesIsRefused() {
        api.get("/v1/invoices?q=" + "x".repeat(9_000)).problem();
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() {
        Together.run(2, Stream.of("", "GET / HTTP/1.1\r\nHost: loc").<Callable<Void>>map(half -> () -> {
            try (var socket = new Socket(standalone.uri().getHost(), standalone.uri().getPort())) {
                socket.setSoTimeout(60_000);
                socket.getOutputStream().write(half.getBytes(US_ASCII));
                var said = new String(socket.getInputStream().readAllBytes(), UTF_8);
                assertThat(said).matches("(?s)(HTTP/1.1 4.*)?");
            }
            return null;
        }).toList());
    }

    @Test
    void idleConnectionsKeepNobodyOut() throws Exception {
        var idle = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 300; i++) {
                idle.add(new Socket(standalone.uri().getHost(), standalone.uri().getPort()));
            }
            api.get("/v1/legal-entities").ok();
        } finally {
            for (var socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void whoWaitsForTheBooksKeepsNobodyElseWaiting() {
        var waiting = Collections.<Callable<Answer>>nCopies(300, () -> api.call("GET", "/v1/legal-entities")
                .with("If-Consistent-With", "999999999999")
                .send());
        var asking = Collections.<Callable<Answer>>nCopies(100, () -> api.get("/v1/legal-entities"));
        var tasks = new ArrayList<>(waiting);
        tasks.addAll(asking);
        var answers = Together.race(tasks);
        answers.subList(0, waiting.size()).forEach(answer -> retryLater(answer, "NOT_YET_VISIBLE"));
        answers.subList(waiting.size(), answers.size()).forEach(Answer::ok);
    }

    /** Every query waits for a table that somebody has locked: there are none left, and commands do not care. */
    @Test
    void queriesThatHangNeverHoldUpCommands() throws Exception {
        var book = Book.open(api, "HANGING");
        book.account("C1");
        book.aged("2024-01-31");
        try (var database = standalone.database(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lockAll(database, "ledger");
            var questions = IntStream.range(0, 3 * QUERY_CONNECTIONS)
                    .mapToObj(_ -> threads.submit(() -> api.get("/v1/aged-balance?legalEntity=" + book.entity())))
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> waitingFor(database) >= QUERY_CONNECTIONS);
            var commands = Together.run(8, IntStream.range(0, 200)
                    .<Callable<Answer>>mapToObj(i -> () -> api.post("/v1/invoices", invoice(book, i)))
                    .toList());
            assertThat(questions).as("all commands are done while every query waits")
                    .noneMatch(
                            question -> question.isDone() && answer(question).status() == 200);
            commands.forEach(answer -> book.seen(answer.created()));
            var codes = questions.stream()
                    .map(BoundsIT::answer)
                    .peek(BoundsIT::retryLater)
                    .map(
                            answer -> answer.text("/code"))
                    .toList();
            assertThat(codes).contains("QUERY_TOO_SLOW", "TOO_BUSY").containsOnly("QUERY_TOO_SLOW", "TOO_BUSY");
            database.rollback();
        }
        await("the books go on").atMost(Duration.ofSeconds(60))
                .until(() -> book.get("/v1/legal-entities").status() == 200);
        assertThat(book.line("C1", "2024-01-05")).isEqualTo("200.00 | 0.00 0.00 0.00 0.00 | 0.00 = 200.00");
    }

    /** The other way round: commands that wait for a lock are told so in time, and do it under the same key afterwards. */
    @Test
    void commandsThatHangAreAnsweredInTime() throws Exception {
        var book = Book.open(api, "LOCKED");
        book.account("C1");
        try (var database = standalone.database(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lockAll(database, "command");
            var commands = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> api.post("/v1/invoices", "locked " + book.id("K" + i),
                            invoice(book, i))))
                    .toList();
            // The client gives up after 60 seconds.
            assertThat(commands).map(BoundsIT::answer).allMatch(Answer::isWorthAnotherTry);
            api.get("/v1/aged-balance?legalEntity=" + book.entity()).ok();
            database.rollback();
        }
        for (int i = 0; i < 40; i++) {
            book.seen(api.insist("/v1/invoices", "locked " + book.id("K" + i), invoice(book, i)));
        }
        assertThat(book.line("C1", "2024-01-05")).isEqualTo("40.00 | 0.00 0.00 0.00 0.00 | 0.00 = 40.00");
    }

    private static Map<String, Object> invoice(Book book, int number) {
        return Map.of("invoiceId", book.id("I" + number), "invoiceNumber", book.id("I" + number), "accountId",
                book.id("C1"), "issueDate", "2024-01-01", "total", book.money("1.00"));
    }

    private static void lockAll(Connection database, String schema) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute(
                    """
                            do $$ declare t text; begin
                              for t in select format('%%I.%%I', schemaname, tablename) from pg_tables where schemaname = '%s' loop
                                execute 'lock table ' || t || ' in access exclusive mode';
                              end loop;
                            end $$"""
                            .formatted(schema));
        }
    }

    private static int waitingFor(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var count = statement.executeQuery(
                        "select count(distinct pid) from pg_locks where not granted and locktype = 'relation'")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static Answer answer(Future<Answer> future) {
        try {
            return future.get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void retryLater(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.isWorthAnotherTry()).as(answer.toString()).isTrue();
    }

    private static void retryLater(Answer answer, String code) {
        retryLater(answer);
        assertThat(answer.text("/code")).as(answer.toString()).isEqualTo(code);
    }
}
