package io.receivables.command.openitem;

import io.receivables.command.lane.AllFacts;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Adds up the books of a legal entity from the facts, independent of the ledger. The long part is read while everybody goes
 * on; who then keeps the entity's decisions waiting adds the few facts that came meanwhile.
 */
@Component
public class ReadBooks {

    private final AllFacts facts;

    ReadBooks(AllFacts facts) {
        this.facts = facts;
    }

    /** What is recorded by now of everything dated up to the end of a day. */
    public BooksSoFar at(LegalEntityId entity, LocalDate date) {
        var books = new BooksSoFar(entity, date);
        books.readUpTo(facts.readAll(books::add));
        return books;
    }

    /** The same with what was recorded and decided since; the books that are given stay as they were. */
    public BooksSoFar upToNow(BooksSoFar earlier) {
        var books = earlier.copy();
        books.readUpTo(facts.readAfter(books.position(), books::add));
        return books;
    }
}
