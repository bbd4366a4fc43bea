package io.receivables.query.testing;

import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.creditnote.CreditNoteCancelled;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.money.Money;
import io.receivables.query.ledger.PlainBook;
import io.receivables.query.testing.RandomHistory.Invoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Credit notes on invoices, some allocated, some of those taken back, some cancelled. */
final class RandomCreditNotes {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Story story;
    private final Random random;
    private final PlainBook book;
    private final List<Invoice> invoices;
    private final List<CreditNoteAllocated> allocations = new ArrayList<>();
    private int number;

    RandomCreditNotes(Story story, Random random, PlainBook book, List<Invoice> invoices) {
        this.story = story;
        this.random = random;
        this.book = book;
        this.invoices = invoices;
    }

    void oneFact() {
        if (invoices.isEmpty()) {
            return;
        }
        if (random.nextInt(4) == 0 && !allocations.isEmpty()) {
            takeBack(allocations.remove(random.nextInt(allocations.size())));
            return;
        }
        var invoice = invoices.get(random.nextInt(invoices.size()));
        var issued = invoice.date().plusDays(random.nextInt(30));
        var id = new CreditNoteId(story.id("N" + number++));
        long total = 1 + random.nextInt(20_000);
        story.tell(new CreditNoteIssued(id, story.accountId(invoice.account()), story.entity(), "A-" + id, issued,
                money(total), List.of(), "returned goods", List.of()));
        if (random.nextInt(4) == 0) {
            story.tell(new CreditNoteCancelled(id, story.accountId(invoice.account()), story.entity(), money(total),
                    "mistake", issued.plusDays(random.nextInt(20))));
        } else {
            allocate(invoice, id, issued.plusDays(random.nextInt(20)), total);
        }
    }

    private void allocate(Invoice invoice, CreditNoteId note, LocalDate date, long free) {
        int instalment = 1 + random.nextInt(invoice.instalments());
        long open = book.datesFrom(date)
                .mapToLong(day -> book.at(day, Long.MAX_VALUE).open(story.id(invoice.id()), instalment))
                .min()
                .orElseThrow();
        long amount = Math.min(open, free);
        if (amount > 0) {
            var made = new CreditNoteAllocated(note, story.accountId(invoice.account()), story.entity(),
                    new AllocationId(story.id("AN" + number++)), new InvoiceId(story.id(invoice.id())),
                    List.of(new SettledPart(instalment, money(amount), money(0))), date);
            story.tell(made, new InvoiceSettledInPart(new InvoiceId(story.id(invoice.id())), made.accountId(),
                    story.entity(), made.allocationId(), CreditSource.of(note), made.parts(), date));
            allocations.add(made);
        }
    }

    private void takeBack(CreditNoteAllocated made) {
        story.tell(new CreditNoteAllocationReversed(made.creditNoteId(), made.accountId(), story.entity(),
                made.allocationId(), made.target(), made.parts(), "mistake",
                made.effectiveDate().plusDays(random.nextInt(40))));
    }

    private static Money money(long cents) {
        return Money.ofMinorUnits(cents, EUR);
    }
}
