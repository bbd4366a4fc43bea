package io.receivables.platform.eventstore;

import static io.receivables.platform.testing.Facts.terms;
import static io.receivables.platform.testing.TestEventStore.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.events.ReceivablesEvent;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.TestEventStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A reader meets numbers that are missing: some come later, some never. */
class HolesTest {

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final TestEventStore node = TestEventStore.on(database);

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void aNeighbourInFlightIsWaitedForHoweverOftenOneLooks() {
        try (var first = inFlight("account/C1", terms(1))) {
            node.append("account/C2", 0, terms(2));
            for (int look = 0; look < 20; look++) {
                assertThat(readAfter(0)).isEmpty();
            }

            first.commit();

            assertThat(readAfter(0)).containsExactly(terms(1), terms(2));
        }
    }

    @Test
    void whatLiesBeforeAnOpenHoleIsRead() {
        node.append("account/C1", 0, terms(1));
        try (var second = inFlight("account/C2", terms(2))) {
            node.append("account/C3", 0, terms(3));

            assertThat(readAfter(0)).containsExactly(terms(1));

            second.rollback();
            await().pollInterval(Duration.ofMillis(5))
                    .untilAsserted(() -> assertThat(readAfter(1)).containsExactly(terms(3)));
        }
    }

    @Test
    void writersThatCameAfterwardsAreNotWaitedFor() {
        try (var first = inFlight("account/C1", terms(1))) {
            node.append("account/C2", 0, terms(2));
            assertThat(readAfter(0)).isEmpty();
            try (var later = inFlight("account/C3", terms(3))) {
                node.append("account/C4", 0, terms(4));

                first.rollback();

                await().pollInterval(Duration.ofMillis(5))
                        .untilAsserted(() -> assertThat(readAfter(0)).containsExactly(terms(2)));
                later.commit();
                assertThat(readAfter(0)).containsExactly(terms(2), terms(3), terms(4));
            }
        }
    }

    @Test
    void aNeighbourOlderThanAnyGapTimeOutIsNotLost() {
        assertThat(readAcrossAgedNeighbour(node.engine())).containsExactly(terms(1), terms(2), terms(3));
    }

    /** Proves that the scenario bites: Axon's own engine forgets the gap, since the event above it looks old. */
    @Test
    void axonsOwnEngineLosesTheAgedNeighbour() {
        var stock = JdbcEventStorageEngine.builder()
                .eventSerializer(EventSerializer.create())
                .snapshotSerializer(EventSerializer.create())
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .transactionManager(node.transactions())
                .build();
        node.transactions().executeInTransaction(() -> stock.createSchema(PostgresEventTableFactory.INSTANCE));

        assertThat(readAcrossAgedNeighbour(stock)).containsExactly(terms(2), terms(3)).doesNotContain(terms(1));
    }

    @Test
    void threeHundredRollbacksAreSoonPassed() {
        for (int i = 0; i < 300; i++) {
            try (var given = inFlight("account/C" + i, terms(i))) {
                given.rollback();
            }
        }
        node.append("account/C", 0, terms(30));

        assertTimeout(Duration.ofSeconds(2), () -> assertThat(readAfter(0)).containsExactly(terms(30)));
    }

    @Test
    void scatteredRollbacksCostOneLookAltogether() {
        for (int i = 0; i < 100; i++) {
            try (var given = inFlight("account/C" + i, terms(i))) {
                given.rollback();
            }
            node.append("account/C" + i, 0, terms(i));
        }
        assertTimeout(Duration.ofSeconds(2), () -> assertThat(readAfter(0)).hasSize(100));
        assertThat(node.engine().watch().settledUpTo()).isEqualTo(200);
    }

    /** A kept snapshot would show a committed neighbour as missing, after the watch has seen it end. */
    @Test
    void aReaderInsideATransactionWithOneSnapshotSeesWhatWasCommittedSince() {
        var oneSnapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneSnapshot.executeWithoutResult(_ -> {
            JdbcClient.create(database).sql("select count(*) from eventstore.event").query(Long.class).single();
            CompletableFuture.runAsync(() -> node.append("account/C1", 0, terms(1), terms(2))).join();

            assertThat(readAfter(0)).containsExactly(terms(1), terms(2));
        });
    }

    @Test
    void aTokenForNowWaitsForNumbersThatAreUnderWay() {
        try (var first = inFlight("account/C1", terms(1))) {
            node.append("account/C2", 0, terms(2));
            var head = CompletableFuture.supplyAsync(() -> node.engine().createHeadToken());
            await().during(Duration.ofMillis(100)).until(() -> !head.isDone());

            first.commit();

            assertThat(head.join()).isEqualTo(new GlobalSequenceTrackingToken(2));
        }
    }

    @Test
    void aTokenForAnInstantLiesBeforeTheFirstEventOfThatTime() {
        var noon = Instant.parse("2026-11-22T12:00:00Z");
        append(node.engine(), "account/C1", 0, terms(1), noon.minusSeconds(1));
        append(node.engine(), "account/C1", 1, terms(2), noon);
        append(node.engine(), "account/C1", 2, terms(3), noon.minusSeconds(2));

        assertThat(node.engine().createTokenAt(noon)).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(node.engine().createTokenAt(noon.plusSeconds(1))).isEqualTo(new GlobalSequenceTrackingToken(3));
        assertThat(node.engine().createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
    }

    /** Number 1 commits after a reader has read on, and everything around it was recorded two hours ago. */
    private List<Object> readAcrossAgedNeighbour(EventStorageEngine engine) {
        var recorded = Instant.now().minus(Duration.ofHours(2));
        var read = new ArrayList<Object>();
        try (var first = InFlightAppend.begin(node.transactions(), engine,
                List.of(at(recorded, "account/C1", 0, terms(1))))) {
            append(engine, "account/C2", 0, terms(2), recorded);
            var token = readOn(engine, null, read);

            first.commit();

            append(engine, "account/C3", 0, terms(3), recorded);
            readOn(engine, token, read);
            return read;
        }
    }

    private static @Nullable TrackingToken readOn(EventStorageEngine engine, @Nullable TrackingToken token,
            List<Object> read) {
        var events = engine.readEvents(token, false).toList();
        events.forEach(event -> read.add(event.getPayload()));
        return events.isEmpty() ? token : ((TrackedEventMessage<?>) events.getLast()).trackingToken();
    }

    private InFlightAppend inFlight(String stream, ReceivablesEvent fact) {
        return InFlightAppend.begin(node.transactions(), node.engine(), messages(stream, 0, fact));
    }

    private void append(EventStorageEngine engine, String stream, long sequence,
            ReceivablesEvent fact, Instant recorded) {
        node.transactions()
                .executeInTransaction(() -> engine.appendEvents(List.of(at(recorded, stream, sequence, fact))));
    }

    private static DomainEventMessage<?> at(Instant recorded, String stream, long sequence,
            ReceivablesEvent fact) {
        return new GenericDomainEventMessage<>("account", stream, sequence, new GenericMessage<>(fact), recorded);
    }

    private List<Object> readAfter(long position) {
        return node.engine()
                .readEvents(new GlobalSequenceTrackingToken(position), false)
                .<Object>map(EventMessage::getPayload)
                .toList();
    }
}
