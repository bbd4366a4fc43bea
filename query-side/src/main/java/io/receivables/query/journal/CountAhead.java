package io.receivables.query.journal;

import io.receivables.query.journal.ReadJournal.Range;
import io.receivables.query.ledger.ParkedFacts;
import org.springframework.stereotype.Component;

/**
 * Counts the entries before the first that is asked for, a month at a time and each in a transaction of its own: none lasts as
 * long as the book, and what was counted stays if the one who asked goes away.
 */
@Component
class CountAhead {

    private final ReadJournal journal;
    private final ParkedFacts parked;

    CountAhead(ReadJournal journal, ParkedFacts parked) {
        this.journal = journal;
        this.parked = parked;
    }

    void of(Range range) {
        if (parked.concern(range.entity().legalEntity().value())) {
            return; // nothing is remembered then
        }
        var month = journal.countedUntil(range).withDayOfMonth(1).plusMonths(1);
        while (month.isBefore(range.from())) {
            journal.countBefore(range, month);
            month = month.plusMonths(1);
        }
    }
}
