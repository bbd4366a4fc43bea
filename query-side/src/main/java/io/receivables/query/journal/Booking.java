package io.receivables.query.journal;

import io.receivables.events.accountmapping.JournalRole;
import java.time.LocalDate;
import java.util.List;

/**
 * What a fact is booked as.
 *
 * @param piece the document that proves it
 * @param postings adding up to zero; empty for a fact that moves no account
 */
record Booking(JournalRole journal, Piece piece, List<Posting> postings) {

    /**
     * A document.
     *
     * @param number as people know it
     * @param date its own
     */
    record Piece(String number, LocalDate date) {}

    /** The same the other way round. */
    Booking reversed() {
        return new Booking(journal, piece, postings.stream().map(Posting::negated).toList());
    }
}
