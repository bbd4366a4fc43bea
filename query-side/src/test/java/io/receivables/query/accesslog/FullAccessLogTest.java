package io.receivables.query.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.testing.QueryTest;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be recorded is not read; what was read is recorded, also by a process that ends. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class FullAccessLogTest {

    @Autowired
    private AccessRows rows;
    @Autowired
    private DataSource dataSource;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void whileNothingCanBeWrittenNobodyReadsMoreThanMayWait() throws Exception {
        var who = "waits-" + UUID.randomUUID();
        var log = new AccessLog(rows, 2, new SimpleMeterRegistry());
        log.start();
        try (var other = dataSource.getConnection()) {
            lock(other);
            log.takePlace();
            log.add(entry(who));
            log.takePlace();
            log.add(entry(who));
            assertThatThrownBy(log::takePlace).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.ACCESS_NOT_RECORDED));
            assertThatThrownBy(log::flush).isInstanceOf(Refusal.class);
            other.rollback();
            other.setAutoCommit(true);
        }
        Awaitility.await().until(() -> written(who) == 2);
        log.takePlace();
        log.add(entry(who));
        log.flush();
        assertThat(written(who)).isEqualTo(3);
        log.stop();
    }

    @Test
    void whatMustBeRecordedFirstIsRefusedWhereItCannotBe() throws Exception {
        var who = "first-" + UUID.randomUUID();
        var log = new AccessLog(rows, 2, new SimpleMeterRegistry());
        log.start();
        try (var other = dataSource.getConnection()) {
            lock(other);
            log.takePlace();
            assertThatThrownBy(() -> log.addNow(entry(who))).isInstanceOf(Refusal.class);
            other.rollback();
            other.setAutoCommit(true);
        }
        Awaitility.await().until(() -> written(who) == 1);
        log.stop();
    }

    @Test
    void aReadThatWasRefusedForItHasAnEnd() throws Exception {
        var who = "ended-" + UUID.randomUUID();
        var log = new AccessLog(rows, 1, new SimpleMeterRegistry());
        log.start();
        try (var other = dataSource.getConnection()) {
            lock(other);
            log.takePlace();
            assertThatThrownBy(() -> log.addNow(entry(who))).isInstanceOf(Refusal.class);
            other.rollback();
            other.setAutoCommit(true);
        }
        log.takePlace(); // the only one there is: free again
        log.stop();
        assertThat(jdbc.sql("select x.status from access.entry e join access.entry_end x using (id) where e.who = ?")
                .param(who)
                .query(Integer.class)
                .list()).containsExactly(503);
    }

    @Test
    void aPlaceIsKeptUntilTheEndIsWritten() {
        var who = "long-" + UUID.randomUUID();
        var log = new AccessLog(rows, 1, new SimpleMeterRegistry());
        log.start();
        log.takePlace();
        var entry = entry(who);
        log.addNow(entry);
        assertThatThrownBy(log::takePlace).isInstanceOf(Refusal.class);
        log.end(new AccessEntry.End(entry.id(), 200, 1L));
        log.takePlace();
        log.stop();
    }

    @Test
    void whoIsTurnedAwayTakesAPlaceToo() throws Exception {
        var who = "away-" + UUID.randomUUID();
        var log = new AccessLog(rows, 3, new SimpleMeterRegistry());
        log.start();
        try (var other = dataSource.getConnection()) {
            lock(other);
            for (int i = 0; i < 100; i++) {
                log.addRefused(entry(who));
            }
            other.rollback();
            other.setAutoCommit(true);
        }
        log.flush();
        assertThat(written(who)).as("the others are in the log of the process").isEqualTo(3);
        log.stop();
    }

    @Test
    void aProcessThatEndsWritesWhatWaits() throws Exception {
        var who = "ends-" + UUID.randomUUID();
        var log = new AccessLog(rows, 1_000, new SimpleMeterRegistry());
        log.start();
        Thread stopping;
        try (var other = dataSource.getConnection()) {
            lock(other);
            for (int i = 0; i < 500; i++) {
                log.takePlace();
                log.add(entry(who));
            }
            stopping = Thread.ofVirtual().start(log::stop);
            other.rollback();
            other.setAutoCommit(true);
        }
        stopping.join();
        assertThat(written(who)).isEqualTo(500);
        assertThat(log.isRunning()).isFalse();
    }

    @Test
    void oneThatTheDatabaseRefusesHoldsUpNobody() {
        var who = "odd-" + UUID.randomUUID();
        var log = new AccessLog(rows, 10, new SimpleMeterRegistry());
        log.start();
        for (var name : List.of(who, who + "\0", who)) {
            log.takePlace();
            log.add(entry(name));
        }
        log.flush();
        assertThat(written(who)).isEqualTo(2);
        log.stop();
    }

    private static void lock(Connection other) throws Exception {
        other.setAutoCommit(false);
        try (var statement = other.createStatement()) {
            statement.execute("lock table access.entry in exclusive mode");
        }
    }

    private long written(String who) {
        return jdbc.sql("select count(*) from access.entry where who = ?").param(who).query(Long.class).single();
    }

    private static AccessEntry entry(String who) {
        return new AccessEntry(UUID.randomUUID(), Instant.parse("2026-06-30T12:00:00Z"),
                new Actor(who, Set.of("clerk"), Set.of("FR01"), false), AccessKind.QUERY, "GET", "/v1/invoices/{id}",
                List.of("I1"), null, null, null, new AccessSubject(true, "INVOICE", "I1"), null, null, null, 200, null,
                "test");
    }
}
