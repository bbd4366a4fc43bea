package io.receivables.query.ledger;

import java.time.LocalDate;

/** What an answer is as of: the facts that count at the business date {@code asAt}, of those known at {@code known}. */
public record AsOf(LocalDate asAt, Known known) {

    public long position() {
        return known.position();
    }
}
