package io.receivables.query.ledger;

import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.platform.eventstore.SchemaMigration;
import io.receivables.query.ledger.CopyThread.CopyRefused;
import io.receivables.query.ledger.Rebuild.Phase;
import io.receivables.query.ledger.Rebuild.State;
import io.receivables.query.ledger.SideBySide.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Fills books beside the live ones up to the end of the store, catches up with the live ones, and takes their place. Until
 * the last step nothing has changed for anybody.
 */
final class RebuildRun {

    private static final Logger logger = LoggerFactory.getLogger(RebuildRun.class);
    /** So few facts are read in no time once the live books stand still. */
    private static final long CLOSE = 1_000;
    /** How long the live books may stand still in one attempt to swap. The claim outlasts it. */
    private static final Duration STANDSTILL = Duration.ofSeconds(10);
    private static final int CLAIM_SECONDS = 20;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);
    /** Half an hour: whatever reads the whole history in one transaction has ended by then. */
    private static final int ATTEMPTS = 120;
    /**
     * The tables that the load has filled. Before their indexes: who analyzes a table keeps others from building its indexes
     * until the transaction ends.
     */
    private static final List<Step> ANALYZED = LedgerTables.LOADED.stream()
            .filter(table -> !table.equals("movement") && !table.equals(LedgerTables.LOADED_MOVEMENTS))
            .map(table -> new Step(table, Set.of(), List.of("analyze ledger." + table)))
            .toList();

    private final UUID id;
    private final Connection session;
    private final Parts parts;
    private final JdbcClient jdbc;
    private final LedgerSwap swap;
    private final SchemaName next;

    /**
     * What a rebuild works with.
     *
     * @param knownItems how many it may remember
     */
    record Parts(DataSource dataSource, JdbcTemplate jdbc, PlatformTransactionManager transactions,
            ReceivablesEventStorageEngine store, FactReader reader, Fold fold, Serializer general,
            RebuildJournal journal, int knownItems) {}

    /** @param session holds the lock of the rebuild */
    RebuildRun(UUID id, Connection session, Parts parts) {
        this.id = id;
        this.session = session;
        this.parts = parts;
        this.jdbc = JdbcClient.create(parts.jdbc());
        this.swap = new LedgerSwap(session);
        this.next = SchemaName.next(id);
    }

    /** Runs to the end, good or bad, and writes it to the journal. */
    void run() {
        try {
            long read = fill();
            catchUpAndSwap(read);
            tidyUp();
            parts.journal().end(id, State.DONE, null);
            logger.info("Rebuild {} of the ledger is done", id);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            logger.info("Rebuild {} of the ledger is interrupted", id);
        } catch (SQLException | RuntimeException failure) {
            logger.error("Rebuild {} of the ledger failed; the live books are as they were", id, failure);
            parts.journal().end(id, State.FAILED, ParkedFact.describe(failure));
            dropNew();
        }
    }

    /** The new books are the live ones whatever becomes of the old ones: the next rebuild drops what is left of those. */
    private void tidyUp() throws InterruptedException {
        try {
            enter(Phase.TIDYING_UP);
            swap.drop(SchemaName.OLD);
            vacuum();
        } catch (SQLException | RuntimeException failure) {
            logger.warn("Rebuild {} of the ledger is done, but not tidied up", id, failure);
        }
    }

    private void dropNew() {
        try {
            swap.drop(next);
        } catch (SQLException | RuntimeException sessionIsGone) {
            logger.info("What rebuild {} has left is dropped by the next one: {}", id, sessionIsGone.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return what the new books have read */
    private long fill() throws SQLException, InterruptedException {
        newSchema();
        var indexes = DeferredIndexes.drop(jdbc, next, LedgerTables.FILLED_AT_ONCE);
        jdbc.sql(next.in(LedgerTables.createLoadedMovements())).update();
        long head = parts.store().createHeadToken().position().orElse(0);
        try {
            load(head);
            derive(indexes);
        } catch (RuntimeException refused) {
            if (!isAboutTheData(refused)) {
                throw refused;
            }
            logger.warn("The history cannot be copied as a whole; it is read fact by fact to park what is wrong",
                    refused);
            newSchema();
            return 0;
        }
        return head;
    }

    private void newSchema() throws SQLException, InterruptedException {
        swap.dropLeftovers();
        // Made here: a schema that Flyway makes is in its history under the name that it has now.
        jdbc.sql("create schema " + next.name()).update();
        SchemaMigration.migrate(parts.dataSource(), next.name(), LedgerConfiguration.SCRIPTS);
    }

    private void load(long head) throws SQLException, InterruptedException {
        enter(Phase.READING);
        try (var connection = parts.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            new BulkLoad(parts.store(), parts.reader(), parts.fold(), new ParkedTable(jdbc, next), next,
                    new KnownItems(parts.knownItems()))
                    .run(head, connection, progress(head));
        }
    }

    private void derive(DeferredIndexes indexes) throws InterruptedException {
        enter(Phase.DERIVING);
        // The longest way first: movements, what is summed from them, and the indexes of that.
        var steps = Stream.of(ANALYZED, List.of(LedgerTables.movements()), RollUps.fill(), indexes.build(jdbc))
                .flatMap(List::stream)
                .toList();
        SideBySide.run(parts.dataSource(), next, steps);
        indexes.adopt(jdbc);
    }

    /** What was not copied: index-only scans work on pages that vacuum has seen. */
    private void vacuum() throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute("vacuum ledger.movement");
        }
    }

    private void catchUpAndSwap(long read) throws SQLException, InterruptedException {
        var writer = ParkingWriter.into(next, parts.fold(), parts.jdbc(), jdbc, parts.transactions());
        var catchUp = new CatchUp(parts.store(), parts.reader(), writer, parts.transactions(), read);
        var claim = new LiveClaim(jdbc, parts.general(), "rebuild " + id);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            enter(Phase.CATCHING_UP);
            for (long live = claim.position(); live - catchUp.position() > CLOSE; live = claim.position()) {
                catchUp.upTo(live, Deadline.none(), progress(live));
            }
            enter(Phase.SWAPPING);
            if (trySwap(claim, catchUp)) {
                return;
            }
            Thread.sleep(BETWEEN_ATTEMPTS);
        }
        throw new IllegalStateException("transactions that read the books of before did not end in " + ATTEMPTS
                + " attempts to swap");
    }

    private boolean trySwap(LiveClaim claim, CatchUp catchUp) throws SQLException, InterruptedException {
        long live = claim.takeOver(CLAIM_SECONDS);
        var deadline = Deadline.in(STANDSTILL);
        boolean swapped = false;
        try {
            // Who took a snapshot before the last rows were there must not see the new tables.
            swapped = catchUp.upTo(live, deadline, progress(live))
                    && OlderTransactions.thanNow(jdbc).awaitEnd(deadline)
                    && swap.swap(next, claim, catchUp.position(), live);
            return swapped;
        } finally {
            if (!swapped) {
                claim.release();
            }
        }
    }

    private void enter(Phase phase) {
        parts.journal().phase(id, phase);
        logger.info("Rebuild {} of the ledger: {}", id, phase);
    }

    /** Writes to the journal about once a second. */
    private LongConsumer progress(long toRead) {
        return new LongConsumer() {

            private Deadline next = Deadline.in(Duration.ZERO);

            @Override
            public void accept(long read) {
                if (next.isOver() || read >= toRead) {
                    parts.journal().progress(id, read, toRead);
                    next = Deadline.in(Duration.ofSeconds(1));
                }
            }
        };
    }

    private static boolean isAboutTheData(RuntimeException failure) {
        return failure instanceof CopyRefused refused && refused.isAboutTheData();
    }
}
