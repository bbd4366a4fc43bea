package io.receivables.query.ledger;

import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.query.ledger.ParkedTable.Waiting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries again to book what is parked, each sequence as a whole and in order, in a transaction of its own. */
public class RetryParkedFacts {

    private static final int BATCH_SIZE = 1_000;

    private final ReceivablesEventStorageEngine store;
    private final FactReader reader;
    private final ParkingWriter writer;
    private final ParkedTable parked;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RetryParkedFacts(ReceivablesEventStorageEngine store, FactReader reader, ParkingWriter writer, ParkedTable parked,
            JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.store = store;
        this.reader = reader;
        this.writer = writer;
        this.parked = parked;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many facts were tried, and how many of them are parked again. */
    public record Outcome(int retried, int stillParked) {

        Outcome plus(Outcome other) {
            return new Outcome(retried + other.retried, stillParked + other.stillParked);
        }
    }

    /** The sequence of the fact at the position, or nothing if no fact is parked there. */
    public Optional<Outcome> at(long position) {
        return Optional.ofNullable(transaction.execute(_ -> {
            LedgerLock.take(jdbc);
            var sequence = sequenceOf(position);
            return sequence.isEmpty() ? null : retry(sequence);
        }));
    }

    /** Everything that is parked now. */
    public Outcome all() {
        var left = new ArrayList<>(parked.all().stream().map(Waiting::position).toList());
        var outcome = new Outcome(0, 0);
        while (!left.isEmpty()) {
            long first = left.getFirst();
            var tried = new HashSet<Long>();
            var result = transaction.execute(_ -> {
                LedgerLock.take(jdbc);
                var sequence = sequenceOf(first);
                sequence.forEach(fact -> tried.add(fact.position()));
                return sequence.isEmpty() ? new Outcome(0, 0) : retry(sequence);
            });
            outcome = result == null ? outcome : outcome.plus(result);
            tried.add(first);
            left.removeAll(tried);
        }
        return outcome;
    }

    private Outcome retry(List<Waiting> sequence) {
        var earlier = Waiting.byPosition(sequence);
        parked.remove(sequence);
        int stillParked = 0;
        for (int from = 0; from < sequence.size(); from += BATCH_SIZE) {
            var batch = sequence.subList(from, Math.min(from + BATCH_SIZE, sequence.size()));
            var counter = new StillParked(earlier);
            writer.writeAgain(factsAt(batch), counter::add);
            stillParked += counter.count;
        }
        return new Outcome(sequence.size(), stillParked);
    }

    private List<RecordedFact> factsAt(List<Waiting> batch) {
        return store.readEventsAt(batch.stream().map(Waiting::position).toList()).map(reader::read).toList();
    }

    /** All that hangs together with the fact: whatever shares a sequence with it, directly or through others. */
    private List<Waiting> sequenceOf(long position) {
        var all = parked.all();
        var sequences = new HashSet<String>();
        all.stream().filter(fact -> fact.position() == position).forEach(fact -> sequences.addAll(fact.sequences()));
        int before;
        do {
            before = sequences.size();
            all.stream()
                    .filter(fact -> fact.sequences().stream().anyMatch(sequences::contains))
                    .forEach(fact -> sequences.addAll(fact.sequences()));
        } while (sequences.size() > before);
        return all.stream().filter(fact -> fact.sequences().stream().anyMatch(sequences::contains)).toList();
    }

    /** Parks again what could not be booked, since when it was parked first. */
    private final class StillParked {

        private final Map<Long, Waiting> earlier;
        private int count;

        StillParked(Map<Long, Waiting> earlier) {
            this.earlier = earlier;
        }

        void add(List<ParkedFact> facts) {
            facts.forEach(fact -> parked.add(fact, earlier.get(fact.fact().position())));
            count += facts.size();
        }
    }
}
