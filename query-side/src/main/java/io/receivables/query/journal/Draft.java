package io.receivables.query.journal;

import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.money.Money;
import io.receivables.query.journal.Booking.Piece;
import io.receivables.query.ledger.BookedFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** An entry that is being put together from the facts that are booked as one. */
final class Draft {

    private final BookedFact first;
    private final JournalRole journal;
    private final Piece piece;
    private final List<Long> positions = new ArrayList<>();
    private final List<Posting> postings = new ArrayList<>();
    private Instant recordedAt;

    Draft(BookedFact first, Booking booking) {
        this.first = first;
        this.journal = booking.journal();
        this.piece = booking.piece();
        this.recordedAt = first.fact().recordedAt();
    }

    boolean takes(BookedFact fact) {
        return first.entry() == fact.entry() && first.accountingDate().equals(fact.accountingDate());
    }

    /** Lines of one account about one document are one line. */
    void add(BookedFact fact, List<Posting> more) {
        positions.add(fact.fact().position());
        recordedAt = fact.fact().recordedAt();
        more.forEach(this::add);
    }

    private void add(Posting posting) {
        for (int i = 0; i < postings.size(); i++) {
            if (postings.get(i).isSameLineAs(posting)) {
                postings.set(i, postings.get(i).plus(posting.amount()));
                return;
            }
        }
        postings.add(posting);
    }

    /** @throws IllegalStateException when it does not add up: a defect of the rules, and no entry for anybody's books */
    List<Posting> lines() {
        var lines = postings.stream().filter(it -> !it.amount().isZero()).toList();
        if (!lines.isEmpty()
                && !lines.stream().map(Posting::amount).reduce(Money::plus).orElseThrow().isZero()) {
            throw new IllegalStateException("the entry of " + first.fact().type() + " at " + positions
                    + " does not balance: " + lines);
        }
        return lines;
    }

    BookedFact first() {
        return first;
    }

    JournalRole journal() {
        return journal;
    }

    Piece piece() {
        return piece;
    }

    List<Long> positions() {
        return positions;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    LocalDate accountingDate() {
        return first.accountingDate();
    }

    Currency currency() {
        return postings.getFirst().amount().currency();
    }
}
