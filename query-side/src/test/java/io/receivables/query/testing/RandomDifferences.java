package io.receivables.query.testing;

import io.receivables.events.allocation.AllocationId;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.SmallDifferenceReversed;
import io.receivables.events.invoice.SmallDifferenceWrittenOff;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.SmallDifferenceGivenBack;
import io.receivables.events.payment.SmallDifferenceTaken;
import io.receivables.query.ledger.PlainBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

/** Differences of a few cents at random, each of them such that a command would accept it, and their reversals. */
final class RandomDifferences {

    private static final int MOST_CENTS = 50;

    private final Story story;
    private final Random random;
    private final PlainBook book;
    private final List<SmallDifferenceWrittenOff> given = new ArrayList<>();
    private final List<SmallDifferenceTaken> kept = new ArrayList<>();
    private int number;

    RandomDifferences(Story story, Random random, PlainBook book) {
        this.story = story;
        this.random = random;
        this.book = book;
    }

    /** Of the first instalment. */
    void writeOff(String invoice, String account, LocalDate date) {
        long open = leastFrom(date, state -> state.open(story.id(invoice), 1));
        if (open > 0) {
            var fact = new SmallDifferenceWrittenOff(new InvoiceId(story.id(invoice)), story.accountId(account),
                    story.entity(), cause(), List.of(new InstalmentAmount(1, cents(open))), money(MOST_CENTS), null,
                    date);
            story.tell(fact);
            given.add(fact);
        }
    }

    void keep(String payment, String account, LocalDate date) {
        long free = leastFrom(date, state -> state.free(story.id(payment)));
        if (free > 0) {
            var fact = new SmallDifferenceTaken(new PaymentId(story.id(payment)), story.accountId(account),
                    story.entity(), cause(), cents(free), money(MOST_CENTS), null, date);
            story.tell(fact);
            kept.add(fact);
        }
    }

    void reverse() {
        if (!given.isEmpty()) {
            var fact = given.remove(random.nextInt(given.size()));
            story.tell(new SmallDifferenceReversed(fact.invoiceId(), fact.accountId(), fact.legalEntity(),
                    fact.allocationId(), fact.parts(), "mistake", later(fact.effectiveDate())));
        }
        if (!kept.isEmpty()) {
            var fact = kept.remove(random.nextInt(kept.size()));
            story.tell(new SmallDifferenceGivenBack(fact.paymentId(), fact.accountId(), fact.legalEntity(),
                    fact.allocationId(), fact.amount(), "mistake", later(fact.effectiveDate())));
        }
    }

    private LocalDate later(LocalDate date) {
        return date.plusDays(random.nextInt(40));
    }

    private AllocationId cause() {
        return new AllocationId(story.id("D" + number++));
    }

    private long leastFrom(LocalDate date, ToLongFunction<PlainBook.State> amount) {
        return book.datesFrom(date)
                .mapToLong(day -> amount.applyAsLong(book.at(day, Long.MAX_VALUE)))
                .min()
                .orElseThrow();
    }

    private Money cents(long most) {
        return money(1 + random.nextLong(Math.min(MOST_CENTS, most)));
    }

    private static Money money(long cents) {
        return Money.ofMinorUnits(cents, Currency.getInstance("EUR"));
    }
}
