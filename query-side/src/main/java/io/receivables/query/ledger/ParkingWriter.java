package io.receivables.query.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes batches whatever is in them. A fact that cannot be folded, or whose rows the database refuses, is parked, and so
 * are all later facts of its account, in order; the facts of other accounts go on. The log keeps a parked fact as well, if
 * the database lets it.
 */
final class ParkingWriter {

    /** Classes of SQLSTATE: a value, a constraint, a row that does not fit into an index or a page. */
    private static final Set<String> DATA = Set.of("22", "23", "54");

    private final LedgerWriter writer;
    private final ParkedTable parked;
    private final Fold fold;
    private final JdbcClient jdbc;
    private final TransactionTemplate nested;

    static ParkingWriter into(SchemaName schema, Fold fold, JdbcTemplate jdbc, JdbcClient client,
            PlatformTransactionManager transactions) {
        return new ParkingWriter(new LedgerWriter(client, jdbc, schema),
                new ParkedTable(client, schema), fold, client, transactions);
    }

    private ParkingWriter(LedgerWriter writer, ParkedTable parked, Fold fold, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.writer = writer;
        this.parked = parked;
        this.fold = fold;
        this.jdbc = jdbc;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Within the transaction that also moves the token. */
    void write(List<RecordedFact> batch) {
        var sequences = parked.sequences();
        if (!sequences.isEmpty()) {
            LedgerLock.take(jdbc); // a retry may be about to take away what facts of this batch would wait for
            sequences = parked.sequences();
        }
        new Attempt(sequences, writer::write, parked::add).write(batch);
    }

    /** Tries facts again that are parked no longer; those that still cannot be booked are handed to {@code stillParked}. */
    void writeAgain(List<RecordedFact> facts, Consumer<List<ParkedFact>> stillParked) {
        new Attempt(parked.sequences(), writer::writeAgain, stillParked).write(facts);
    }

    private final class Attempt {

        private final ParkedSequences sequences;
        private final Consumer<List<FoldedFact>> rows;
        private final Consumer<List<ParkedFact>> parking;

        Attempt(ParkedSequences sequences, Consumer<List<FoldedFact>> rows, Consumer<List<ParkedFact>> parking) {
            this.sequences = sequences;
            this.rows = rows;
            this.parking = parking;
        }

        /** Halves a batch that is refused until the guilty fact stands alone. */
        void write(List<RecordedFact> batch) {
            var sorting = new Sorting(fold, sequences);
            batch.forEach(sorting::add);
            try {
                nested.executeWithoutResult(_ -> rows.accept(sorting.facts()));
                parking.accept(sorting.parked());
            } catch (RuntimeException refused) {
                if (!isAboutTheData(refused)) {
                    throw refused;
                }
                if (batch.size() == 1) {
                    park(batch.getFirst(), sorting.parked(), refused);
                } else {
                    write(batch.subList(0, batch.size() / 2));
                    write(batch.subList(batch.size() / 2, batch.size()));
                }
            }
        }

        private void park(RecordedFact fact, List<ParkedFact> byItsFold, RuntimeException refused) {
            if (byItsFold.isEmpty()) {
                var guilty = ParkedFact.guilty(fact, refused);
                sequences.add(guilty);
                logIfPossible(fact);
                parking.accept(List.of(guilty));
            } else {
                parking.accept(byItsFold); // even its line in the log was refused
            }
        }

        private void logIfPossible(RecordedFact fact) {
            try {
                nested.executeWithoutResult(_ -> rows.accept(List.of(FoldedFact.parked(fact))));
            } catch (RuntimeException refused) {
                if (!isAboutTheData(refused)) {
                    throw refused;
                }
            }
        }
    }

    /** Whether another fact would have been written: the database is there and its tables are as they should be. */
    private static boolean isAboutTheData(RuntimeException failure) {
        if (failure instanceof NestedRuntimeException spring) {
            return spring.getMostSpecificCause() instanceof SQLException refused && isAboutTheData(refused);
        }
        return true; // our own code, on the values of the fact
    }

    static boolean isAboutTheData(SQLException refused) {
        var state = refused.getSQLState();
        return state != null && DATA.contains(state.substring(0, 2));
    }
}
