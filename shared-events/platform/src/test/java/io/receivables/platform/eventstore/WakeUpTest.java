package io.receivables.platform.eventstore;

import static io.receivables.platform.testing.Facts.terms;
import static io.receivables.platform.testing.TestEventStore.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.TestEventStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WakeUpTest {

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final HikariDataSource databaseOfOther = EmbeddedDatabase.anotherPoolOn(database);
    private final TestEventStore node = TestEventStore.on(database);
    private final TestEventStore other = TestEventStore.on(databaseOfOther);
    private final TrackingEventStream stream = node.store().openStream(null);

    @BeforeEach
    void waitUntilItListens() {
        await().until(() -> threads("event-store-listener") == 1 && database.getHikariPoolMXBean()
                .getActiveConnections() == 1);
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
        database.close();
        databaseOfOther.close();
    }

    @Test
    void nothingIsAvailableUntilSomethingIsCommitted() throws InterruptedException {
        assertThat(stream.hasNextAvailable()).isFalse();
        assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(stream.peek()).isEmpty();
    }

    /** Ten times in a row: by the fall-back alone each would take up to a second. */
    @Test
    void aCommitOfThisNodeIsSeenAtOnce() throws InterruptedException {
        assertThat(secondsForTenCommitsOf(node)).isLessThan(2);
    }

    @Test
    void aCommitOfAnotherNodeIsSeenAtOnce() throws InterruptedException {
        assertThat(secondsForTenCommitsOf(other)).isLessThan(2);
    }

    @Test
    void whatNobodyAnnouncedIsSeenByTheFallBack() throws InterruptedException {
        assertThat(stream.hasNextAvailable()).isFalse();
        other.transactions()
                .executeInTransaction(() -> other.engine().appendEvents(messages("account/C1", 0, terms(1))));

        assertThat(stream.hasNextAvailable(3, TimeUnit.SECONDS)).isTrue();
    }

    /** A rollback announces nothing, but it may be what a reader waits for. By the fall-back it would take 4 s. */
    @Test
    void aRollbackLetsAWaitingReaderGoOnAtOnce() throws InterruptedException {
        var waited = Duration.ZERO;
        for (int round = 0; round < 5; round++) {
            try (var first = InFlightAppend.begin(other.transactions(), other.engine(),
                    messages("account/X" + round, 0, terms(1)))) {
                other.append("account/C" + round, 0, terms(2));
                assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
                long begun = System.nanoTime();

                first.rollback();

                assertThat(stream.nextAvailable().getPayload()).isEqualTo(terms(2));
                waited = waited.plusNanos(System.nanoTime() - begun);
            }
        }
        assertThat(waited).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aCallbackRunsOncePerCommitAndNoMoreAfterClosing() {
        var calls = new AtomicInteger();
        assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
        int before = calls.get();

        other.append("account/C1", 0, terms(1));

        await().atMost(Duration.ofSeconds(1)).until(() -> calls.get() > before);
        stream.close();
        int atClose = calls.get();
        other.append("account/C1", 1, terms(2));
        await().during(Duration.ofMillis(1_200)).until(() -> calls.get() <= atClose + 1);
        assertThat(stream.hasNextAvailable()).isFalse();
    }

    @Test
    void anEventThatCannotBeReadIsNotSkipped() {
        node.append("account/C1", 0, terms(1), terms(2));
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("alter table eventstore.event disable trigger event_is_append_only");
            statement.execute("update eventstore.event set payload_type = 'Forgotten' where global_index = 1");
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(stream::hasNextAvailable))
                    .isInstanceOf(UnknownEventException.class);
        }
    }

    @Test
    void closingEndsTheThreadsAndGivesTheConnectionsBack() {
        node.append("account/C1", 0, terms(1));
        await().until(() -> threads("event-store-announcer") == 1);

        node.close();
        node.close();

        await().until(() -> threads("event-store-") == 0);
        assertThat(database.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    private double secondsForTenCommitsOf(TestEventStore writer) throws InterruptedException {
        long begun = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            assertThat(stream.hasNextAvailable()).isFalse();
            writer.append("account/C1", i, terms(i));
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(terms(i));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long threads(String prefix) {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }
}
