package io.receivables.query.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The sequences in which a fact is parked, each with the first such position: what comes later in them has to wait. */
final class ParkedSequences {

    private final Map<String, Long> firstParked;

    ParkedSequences(Map<String, Long> firstParked) {
        this.firstParked = new HashMap<>(firstParked);
    }

    static ParkedSequences none() {
        return new ParkedSequences(Map.of());
    }

    boolean isEmpty() {
        return firstParked.isEmpty();
    }

    /** What the fact has to wait for, if for anything. */
    OptionalLong before(RecordedFact fact) {
        if (firstParked.isEmpty()) {
            return OptionalLong.empty();
        }
        return ParkedFact.sequencesOf(fact)
                .stream()
                .map(firstParked::get)
                .filter(first -> first != null && first < fact.position())
                .mapToLong(Long::longValue)
                .min();
    }

    void add(ParkedFact parked) {
        parked.sequences().forEach(sequence -> firstParked.merge(sequence, parked.fact().position(), Math::min));
    }
}
