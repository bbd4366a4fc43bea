package io.receivables.query.ledger;

import java.util.List;

/** A fact with what it adds to the books: nothing but its line in the log while it is parked. */
record FoldedFact(RecordedFact fact, List<Row> rows) {

    static FoldedFact parked(RecordedFact fact) {
        return new FoldedFact(fact, List.of());
    }
}
