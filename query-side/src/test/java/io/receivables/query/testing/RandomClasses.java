package io.receivables.query.testing;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.collectioncase.CaseOwnerAssigned;
import io.receivables.events.collectioncase.CaseOwnerReleased;
import io.receivables.events.collectioncase.CaseSnoozed;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.collectioncase.CaseWoken;
import io.receivables.events.collectioncase.NextActionPlanned;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceReclassified;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Changes of class at random, each of them such that a command would accept it: in the order of their dates. */
final class RandomClasses {

    private final Story story;
    private final Random random;
    private final Map<InvoiceId, InvoiceReclassified> last = new HashMap<>();

    RandomClasses(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    /** The work on an account; no rule ties one such fact to another. */
    void work(AccountId account, LocalDate date) {
        var subject = CaseSubject.of(account);
        story.tell(switch (random.nextInt(5)) {
            case 0 -> new CaseOwnerAssigned(subject, story.entity(), "collector-" + random.nextInt(3), null, date);
            case 1 -> new CaseOwnerReleased(subject, story.entity(), "collector-1", date);
            case 2 -> new CaseSnoozed(subject, story.entity(), date.plusDays(20), "promised", random.nextBoolean(),
                    date);
            case 3 -> new CaseWoken(subject, story.entity(), date.plusDays(20), date);
            default -> new NextActionPlanned(subject, story.entity(), "a" + date, "call", date.plusDays(3), date);
        });
    }

    /** @param date not before the invoice's, which begins as a trade receivable */
    void change(InvoiceId invoice, AccountId account, LocalDate date) {
        var before = last.get(invoice);
        var from = before == null ? ReceivableClass.TRADE : before.to();
        var to = ReceivableClass.values()[random.nextInt(ReceivableClass.values().length)];
        if (from != to && (before == null || !date.isBefore(before.effectiveDate()))) {
            var changed = new InvoiceReclassified(invoice, account, story.entity(), from, to, "by contract", date);
            last.put(invoice, changed);
            story.tell(changed);
        }
    }
}
