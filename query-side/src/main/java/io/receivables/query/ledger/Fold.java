package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import java.util.List;

/** What a fact adds to the books. A pure function: the same fact gives the same rows, whenever it is read. */
@FunctionalInterface
interface Fold {

    /** @throws RuntimeException if the fact cannot be booked; it is then parked */
    List<Row> of(ReceivablesEvent event);
}
