package io.receivables.command.openitem;

import io.receivables.command.lane.AllFacts;
import io.receivables.events.AccountEntry;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

    /** When something last moved on an account, in what is recorded by now. */
    public LastMove lastMove(AccountId account) {
        var date = new LatestDate(account);
        long read = facts.readAll(date);
        return LastMove.unread(account).with(date.latest, read);
    }

    /** The same with what was recorded and decided since. */
    public LastMove upToNow(LastMove earlier) {
        var date = new LatestDate(earlier.account());
        long read = facts.readAfter(earlier.position(), date);
        return earlier.with(date.latest, read);
    }

    private static final class LatestDate implements Consumer<ReceivablesEvent> {

        private final AccountId account;
        private @Nullable LocalDate latest;

        LatestDate(AccountId account) {
            this.account = account;
        }

        @Override
        public void accept(ReceivablesEvent event) {
            if (event instanceof AccountEntry entry && account.equals(entry.accountId())
                    && (latest == null || event.effectiveDate().isAfter(latest))
                    && !OpenItemChanges.of(event).isEmpty()) {
                latest = event.effectiveDate();
            }
        }
    }
}
