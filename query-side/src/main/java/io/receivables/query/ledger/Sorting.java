package io.receivables.query.ledger;

import java.util.ArrayList;
import java.util.List;

/** Sorts facts, in their order, into those that can be booked and those that are parked. */
final class Sorting {

    private final Fold fold;
    private final ParkedSequences sequences;
    private final List<FoldedFact> facts = new ArrayList<>();
    private final List<ParkedFact> parked = new ArrayList<>();

    /** @param sequences grows by what is parked */
    Sorting(Fold fold, ParkedSequences sequences) {
        this.fold = fold;
        this.sequences = sequences;
    }

    Sorting add(RecordedFact fact) {
        var behind = sequences.before(fact);
        if (behind.isPresent()) {
            park(ParkedFact.waiting(fact, behind.getAsLong()));
            return this;
        }
        try {
            facts.add(new FoldedFact(fact, fold.of(fact.event())));
        } catch (RuntimeException fault) {
            park(ParkedFact.guilty(fact, fault));
        }
        return this;
    }

    private void park(ParkedFact fact) {
        sequences.add(fact);
        parked.add(fact);
        facts.add(FoldedFact.parked(fact.fact()));
    }

    /** Every fact in order, a parked one with its line in the log alone. */
    List<FoldedFact> facts() {
        return facts;
    }

    List<ParkedFact> parked() {
        return parked;
    }
}
