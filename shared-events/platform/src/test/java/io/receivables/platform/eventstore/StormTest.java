package io.receivables.platform.eventstore;

import static io.receivables.platform.testing.Facts.terms;
import static io.receivables.platform.testing.TestEventStore.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.TestEventStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes append at once, commit late and out of order, and roll back; whoever reads must miss nothing. */
class StormTest {

    private static final int WRITERS_PER_NODE = 5;
    private static final double ROLLBACKS = 0.05;

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final HikariDataSource databaseOfOther = EmbeddedDatabase.anotherPoolOn(database);
    private final TestEventStore node = TestEventStore.on(database);
    private final TestEventStore other = TestEventStore.on(databaseOfOther);
    private final JdbcClient sql = JdbcClient.create(database);
    private final long seed = System.nanoTime();
    private volatile boolean over;
    private volatile boolean cutting;

    @AfterEach
    void close() {
        node.close();
        other.close();
        database.close();
        databaseOfOther.close();
    }

    @Test
    void nobodyMissesAnything() throws InterruptedException {
        var writers = startWriters();
        var here = new Reader(node, null);
        var there = new Reader(other, null);
        var naive = new NaiveReader();
        TimeUnit.SECONDS.sleep(1);
        var late = new Reader(other, null);
        var fromNow = new Reader(node, node.engine().createHeadToken());
        TimeUnit.SECONDS.sleep(2);
        over = true;
        writers.forEach(CompletableFuture::join);

        var stored = stored();
        assertThat(stored).as("seed %d", seed).hasSizeGreaterThan(300);
        assertThat(naive.finish()).as("a reader that just goes on loses events: the storm bites")
                .isLessThan(stored.size());
        for (var reader : List.of(here, there, late)) {
            reader.expect(stored);
        }
        fromNow.expect(stored.stream().filter(position -> position > fromNow.start()).toList());
    }

    /** Two connections are cut twenty times a second: of writers, of readers, of those who listen and announce. */
    @Test
    @Tag("long")
    void nobodyMissesAnythingWhileConnectionsAreCut() throws InterruptedException {
        cutting = true;
        var writers = startWriters();
        var here = new Reader(node, null);
        var there = new Reader(other, null);
        var cuts = CompletableFuture.supplyAsync(this::cutConnections, StormTest::start);
        TimeUnit.SECONDS.sleep(60);
        var late = new Reader(other, null);
        TimeUnit.SECONDS.sleep(5);
        over = true;
        writers.forEach(CompletableFuture::join);

        assertThat(cuts.join()).isGreaterThan(200);
        var stored = await().ignoreExceptions().until(this::stored, positions -> positions.size() > 300);
        for (var reader : List.of(here, there, late)) {
            reader.expect(stored);
        }
        System.out.printf("%d events, %d connections cut, seed %d%n", stored.size(), cuts.join(), seed);
    }

    private int cutConnections() {
        int cuts = 0;
        while (!over) {
            try {
                cuts += sql.sql("""
                        select count(pg_terminate_backend(pid))
                          from (select pid from pg_stat_activity
                                 where datname = current_database() and pid <> pg_backend_pid()
                                 order by random() limit 2) chosen""").query(Integer.class).single();
            } catch (DataAccessException cut) {
                cuts++; // it was our own, between two statements
            }
            HoleWatch.pause(Duration.ofMillis(50));
        }
        return cuts;
    }

    @Test
    void aReaderThatPausedGoesOnWhereItWas() throws InterruptedException {
        pauseFor(Duration.ofSeconds(2));
    }

    @Test
    @Tag("long")
    void aReaderThatPausedForLongerThanAnyTimeOutGoesOnWhereItWas() throws InterruptedException {
        pauseFor(Duration.ofSeconds(90));
    }

    private void pauseFor(Duration pause) throws InterruptedException {
        var writers = startWriters();
        var before = new Reader(node, null);
        await().until(() -> before.positions.size() > 20);
        before.stop();
        Thread.sleep(pause);
        over = true;
        var last = before.positions.getLast();
        var after = new Reader(other, new GlobalSequenceTrackingToken(last));
        writers.forEach(CompletableFuture::join);

        after.expect(stored().stream().filter(position -> position > last).toList());
        assertThat(stored()).startsWith(before.positions.toArray(Long[]::new));
    }

    private List<CompletableFuture<Void>> startWriters() {
        return IntStream.range(0, 2 * WRITERS_PER_NODE)
                .mapToObj(
                        no -> CompletableFuture.runAsync(() -> write(no % 2 == 0 ? node : other, no), StormTest::start))
                .toList();
    }

    private void write(TestEventStore on, int no) {
        var random = new Random(seed + no);
        for (int i = 0; !over; i++) {
            try {
                writeOnce(on, "account/W" + no + "-" + i, random);
            } catch (RuntimeException cut) {
                if (!cutting) {
                    throw cut;
                }
            }
        }
    }

    private static void writeOnce(TestEventStore on, String stream, Random random) {
        var facts = messages(stream, 0, terms(1), terms(2));
        var transaction = on.transactions().startTransaction();
        try {
            on.engine().appendEvents(facts);
            if (random.nextInt(10) == 0) {
                HoleWatch.pause(Duration.ofMillis(random.nextInt(60)));
            }
        } catch (RuntimeException failed) {
            transaction.rollback();
            throw failed;
        }
        if (random.nextDouble() < ROLLBACKS) {
            transaction.rollback();
        } else {
            transaction.commit();
        }
    }

    private List<Long> stored() {
        return sql.sql("select global_index from eventstore.event order by global_index")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static void start(Runnable task) {
        Thread.ofPlatform().daemon().start(task);
    }

    /** Follows the stream of one node and writes down the positions. */
    private final class Reader {

        private final List<Long> positions = new CopyOnWriteArrayList<>();
        private final @Nullable TrackingToken from;
        private final TrackingEventStream stream;
        private final CompletableFuture<Void> done;
        private final boolean mayBeCut;
        private volatile boolean stopped;

        Reader(TestEventStore on, @Nullable TrackingToken from) {
            this.from = from;
            this.mayBeCut = cutting;
            stream = on.store().openStream(from);
            done = CompletableFuture.runAsync(this::follow, StormTest::start);
        }

        long start() {
            return from == null ? 0 : from.position().orElseThrow();
        }

        void expect(List<Long> expected) {
            await().atMost(Duration.ofSeconds(10)).until(() -> positions.size() >= expected.size());
            stop();
            assertThat(positions).containsExactlyElementsOf(expected);
        }

        void stop() {
            stopped = true;
            done.join();
            stream.close();
        }

        private void follow() {
            try {
                while (!stopped) {
                    var batch = new ArrayList<Long>();
                    try {
                        while (batch.size() < 100 && stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)) {
                            batch.add(stream.nextAvailable().trackingToken().position().orElseThrow());
                        }
                    } catch (RuntimeException cut) {
                        if (!mayBeCut) {
                            throw cut;
                        }
                    }
                    positions.addAll(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Goes on after the highest number that it saw, as one would without thinking. */
    private final class NaiveReader {

        private final CompletableFuture<Integer> read = CompletableFuture.supplyAsync(this::read, StormTest::start);

        private int read() {
            int count = 0;
            long last = 0;
            while (!over) {
                var batch = sql.sql("select global_index from eventstore.event where global_index > ? order by 1")
                        .param(last)
                        .query(Long.class)
                        .list();
                count += batch.size();
                last = batch.isEmpty() ? last : batch.getLast();
            }
            var rest = sql.sql("select count(*) from eventstore.event where global_index > ?").param(last);
            HoleWatch.pause(Duration.ofMillis(300)); // until every writer has ended
            return count + rest.query(Integer.class).single();
        }

        int finish() {
            return read.join();
        }
    }
}
