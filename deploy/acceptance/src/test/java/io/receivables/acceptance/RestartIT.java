package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered stays, however the instance ended. */
class RestartIT {

    private static final String ENTITY = """
            {"name":"Entity","country":"FR","timeZone":"Europe/Paris","baseCurrency":"EUR"}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @Test
    void keepsItsBooksOverStopsKillsAndAPowerCut() throws Exception {
        var data = home.resolve("data");
        Writers writers;
        try (var instance = Standalone.on(data)) {
            register(instance, "STOPPED");
            var book = Book.open(instance.as("controller", "integration"), "END");
            book.account("C1");
            writers = Writers.untilItEnds(book.api(), book, "C1").start(4);
            await().atMost(Duration.ofSeconds(60)).until(() -> writers.acknowledged() >= 50);
            assertThat(instance.terminate()).isIn(0, 143);
            assertThat(Standalone.programsOf(data)).as("an orderly end takes the database along").isEmpty();
            writers.awaitEnd();
        }
        try (var instance = Standalone.on(data)) {
            assertKept(instance, "STOPPED");
            var again = instance.as("controller", "integration");
            writers.everythingIsThereOnce(again);
            register(instance, "KILLED");
            instance.killAlone();
            assertThat(Standalone.programsOf(data)).as("the database outlives its instance").isNotEmpty();
        }
        try (var instance = Standalone.on(data)) {
            assertKept(instance, "STOPPED", "KILLED");
            powerCutWhileWriting(instance, data);
        }
    }

    /** Four clients write when the instance and its database end, and ask again when they are back. */
    private static void powerCutWhileWriting(Standalone first, Path data) throws Exception {
        var book = Book.open(first.as("controller", "integration"), "CUT");
        book.account("C1");
        book.account("C2");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        var allocated = book.payment("P1", "C1", "2024-02-20", "60.00", Map.of("I1", "60.00"));
        var aged = book.aged("2024-03-01");
        var writers = Writers.untilItEnds(book.api(), book, "C2").start(4);
        await().atMost(Duration.ofSeconds(60)).until(() -> writers.acknowledged() >= 50);
        first.kill();
        writers.awaitEnd();

        try (var second = Standalone.on(data)) {
            assertKept(second, "STOPPED", "KILLED");
            var again = book.at(second.as("controller", "integration"));
            writers.everythingIsThereOnce(again.api(), again);
            assertThat(again.aged("2024-03-01", "asKnown=" + aged.text("/asKnown/position")).body())
                    .isEqualTo(aged.body());
            again.shows("/v1/payments/" + book.id("P1"), allocated);
        }
    }

    private static void register(Standalone instance, String entity) {
        assertThat(send(instance, entity).status()).isEqualTo(201);
    }

    /** The same command under the same key is answered from the store, and not a second time by deciding. */
    private static void assertKept(Standalone instance, String... entities) {
        for (var entity : entities) {
            assertThat(send(instance, entity).headers().firstValue("Idempotency-Replayed")).as(entity)
                    .contains("true");
        }
    }

    private static Answer send(Standalone instance, String entity) {
        return instance.as("controller")
                .command("PUT", "/v1/legal-entities/" + entity, "register " + entity, ENTITY)
                .send();
    }
}
