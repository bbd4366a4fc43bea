package io.receivables.query.testing;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.query.ledger.PlainBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Facts on the accounts C0, C1 and so on, dated at random, each of them such that a command would accept it. */
public final class RandomHistory {

    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    public static final int DAYS = 150;

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Story story;
    private final Random random;
    private final int accounts;
    private final PlainBook book = new PlainBook();
    private final RandomCharges charges;
    private final RandomDifferences differences;
    private final RandomCredits credits;
    private final RandomClasses classes;
    private final RandomReminders reminders;
    private final RandomFactoring factoring;
    private final RandomCreditNotes creditNotes;
    private final List<Invoice> invoices = new ArrayList<>();
    private final List<Cash> payments = new ArrayList<>();
    private final List<PaymentAllocated> allocations = new ArrayList<>();
    private final RandomLosses losses;
    private final RandomAgreements agreements;
    private int number;

    record Invoice(String id, String account, LocalDate issued, LocalDate date, int instalments) {}

    record Cash(String id, String account, LocalDate date) {}

    /** The accounts are there already. */
    public RandomHistory(Story story, Random random, int accounts) {
        this.story = story;
        this.random = random;
        this.accounts = accounts;
        this.losses = new RandomLosses(story, random, accounts, book, payments);
        this.charges = new RandomCharges(story, random, book);
        this.differences = new RandomDifferences(story, random, book);
        this.credits = new RandomCredits(story, random);
        this.classes = new RandomClasses(story, random);
        this.agreements = new RandomAgreements(story, random);
        this.reminders = new RandomReminders(story, random);
        this.factoring = new RandomFactoring(story, random, book);
        this.creditNotes = new RandomCreditNotes(story, random, book, invoices);
        story.onTold(book::add);
    }

    /** The same facts in a book kept the simple way. */
    public PlainBook book() {
        return book;
    }

    public void oneFact() {
        if (random.nextInt(14) == 0) {
            factor();
            return;
        }
        if (random.nextInt(12) == 0) {
            credits.oneFact("C" + random.nextInt(accounts));
            return;
        }
        if (random.nextInt(10) == 0 && !invoices.isEmpty()) {
            var invoice = invoices.get(random.nextInt(invoices.size()));
            agreements.oneFact(invoice.id(), invoice.account(), invoice.date().plusDays(random.nextInt(60)));
            return;
        }
        if (random.nextInt(15) == 0 && !invoices.isEmpty()) {
            var invoice = invoices.get(random.nextInt(invoices.size()));
            reminders.oneRun(invoice.account(), invoice.id());
            return;
        }
        if (random.nextInt(10) == 0) {
            creditNotes.oneFact();
            return;
        }
        switch (random.nextInt(14)) {
            case 0, 1 -> issue();
            case 2 -> receive();
            case 3, 4, 5 -> allocate();
            case 6 -> reverse();
            case 7, 8 -> losses.oneFact();
            case 9 -> charge();
            case 10 -> reschedule();
            case 11 -> differences();
            case 12 -> reclassify();
            default -> writeOff();
        }
    }

    private void factor() {
        if (!invoices.isEmpty()) {
            var invoice = invoices.get(random.nextInt(invoices.size()));
            factoring.assign(invoice.id(), invoice.account(), 1 + random.nextInt(invoice.instalments()),
                    invoice.date().plusDays(random.nextInt(60)));
            factoring.end();
        }
    }

    private void differences() {
        if (!invoices.isEmpty() && !payments.isEmpty()) {
            var invoice = invoices.get(random.nextInt(invoices.size()));
            differences.writeOff(invoice.id(), invoice.account(), invoice.date().plusDays(random.nextInt(60)));
            var cash = payments.get(random.nextInt(payments.size()));
            differences.keep(cash.id(), cash.account(), cash.date().plusDays(random.nextInt(30)));
            if (random.nextInt(3) == 0) {
                differences.reverse();
            }
        }
    }

    private void charge() {
        if (!invoices.isEmpty() && !payments.isEmpty()) {
            var invoice = invoices.get(random.nextInt(invoices.size()));
            charges.claim(invoice.id(), invoice.account(), invoice.date().plusDays(random.nextInt(60)));
            var cash = payments.get(random.nextInt(payments.size()));
            charges.pay(cash.id(), cash.account(), cash.date());
            if (random.nextInt(4) == 0) {
                charges.reverse();
            }
        }
    }

    private void issue() {
        var date = FIRST_DAY.plusDays(random.nextInt(DAYS));
        var invoice = new Invoice("I" + number++, "C" + random.nextInt(accounts), date, date,
                1 + random.nextInt(3));
        var instalments = new Instalment[invoice.instalments()];
        for (int no = 1; no <= instalments.length; no++) {
            instalments[no - 1] = new Instalment(no, date.plusDays(30L * no), money(1 + random.nextInt(50_000)));
        }
        var opening = openingInOneOfFive(date);
        story.tell(new InvoiceIssued(new InvoiceId(story.id(invoice.id())), story.accountId(invoice.account()),
                story.entity(), "F-" + story.id(invoice.id()), ReceivableClass.TRADE, date, null,
                Arrays.stream(instalments).map(Instalment::amount).reduce(Money::plus).orElseThrow(), List.of(),
                List.of(instalments), null, opening));
        invoices.add(new Invoice(invoice.id(), invoice.account(), date, Opening.effectiveDate(opening, date),
                invoice.instalments()));
    }

    private @Nullable Opening openingInOneOfFive(LocalDate date) {
        return random.nextInt(5) == 0 ? new Opening(date.plusDays(random.nextInt(60)), null) : null;
    }

    private void receive() {
        var received = FIRST_DAY.plusDays(random.nextInt(DAYS));
        var opening = openingInOneOfFive(received);
        var cash = new Cash("P" + number++, "C" + random.nextInt(accounts), Opening.effectiveDate(opening, received));
        var amount = money(1 + random.nextInt(80_000));
        boolean unidentified = random.nextInt(4) == 0;
        story.tell(new PaymentReceived(new PaymentId(story.id(cash.id())),
                unidentified ? null : story.accountId(cash.account()), story.entity(), amount, received,
                random.nextInt(4) == 0 ? received.plusDays(random.nextInt(5)) : null, PaymentMethod.BANK_TRANSFER,
                null, opening));
        if (unidentified) {
            var date = cash.date().plusDays(random.nextInt(20));
            story.tell(new PaymentIdentified(new PaymentId(story.id(cash.id())), story.accountId(cash.account()),
                    story.entity(), amount, date));
            payments.add(new Cash(cash.id(), cash.account(), date));
        } else {
            payments.add(cash);
        }
    }

    /** Only what is open and free at every date from then on, as a command would accept it. */
    private void allocate() {
        if (invoices.isEmpty() || payments.isEmpty()) {
            return;
        }
        var invoice = invoices.get(random.nextInt(invoices.size()));
        var cash = payments.get(random.nextInt(payments.size()));
        if (!invoice.account().equals(cash.account())) {
            return;
        }
        var date = later(invoice.date(), cash.date()).plusDays(random.nextInt(30));
        int instalment = 1 + random.nextInt(invoice.instalments());
        long open = leastFrom(date, state -> state.open(story.id(invoice.id()), instalment));
        long most = Math.min(open, leastFrom(date, state -> state.free(story.id(cash.id()))));
        if (most > 0) {
            long amount = random.nextBoolean() ? most : 1 + random.nextLong(most);
            long discount = random.nextInt(3) == 0 ? random.nextLong(open - amount + 1) : 0;
            allocate(invoice, cash, date, new SettledPart(instalment, money(amount), money(discount)));
        }
    }

    private void allocate(Invoice invoice, Cash cash, LocalDate date, SettledPart part) {
        var made = new PaymentAllocated(new PaymentId(story.id(cash.id())), story.accountId(cash.account()),
                story.entity(), new AllocationId(story.id("A" + number++)), new InvoiceId(story.id(invoice.id())),
                List.of(part), date);
        story.tell(made,
                new InvoiceSettledInPart(new InvoiceId(story.id(invoice.id())), made.accountId(), story.entity(),
                        made.allocationId(), CreditSource.of(made.paymentId()), made.parts(), date));
        allocations.add(made);
    }

    private void reverse() {
        if (!allocations.isEmpty()) {
            var made = allocations.remove(random.nextInt(allocations.size()));
            story.tell(new PaymentAllocationReversed(made.paymentId(), made.accountId(),
                    story.entity(), made.allocationId(), made.target(), made.parts(), "mistake",
                    made.effectiveDate().plusDays(random.nextInt(40))));
        }
    }

    private void reclassify() {
        if (!invoices.isEmpty()) {
            var invoice = invoices.get(random.nextInt(invoices.size()));
            classes.change(new InvoiceId(story.id(invoice.id())), story.accountId(invoice.account()),
                    invoice.date().plusDays(random.nextInt(60)));
            if (random.nextInt(3) == 0) {
                classes.work(story.accountId(invoice.account()), invoice.date().plusDays(random.nextInt(60)));
            }
        }
    }

    /** What is open of one instalment moves to a new one. */
    private void reschedule() {
        if (invoices.isEmpty()) {
            return;
        }
        var place = random.nextInt(invoices.size());
        var invoice = invoices.get(place);
        var date = invoice.date().plusDays(random.nextInt(60));
        int instalment = 1 + random.nextInt(invoice.instalments());
        long open = leastFrom(date, state -> state.open(story.id(invoice.id()), instalment));
        if (open > 0) {
            int next = invoice.instalments() + 1;
            story.tell(new InvoiceRescheduled(new InvoiceId(story.id(invoice.id())),
                    story.accountId(invoice.account()), story.entity(), invoice.issued(), ReceivableClass.TRADE,
                    List.of(new InstalmentAmount(instalment, money(open))),
                    List.of(new Instalment(next, date.plusDays(random.nextInt(90)), money(open))), "agreed", date));
            invoices.set(place, new Invoice(invoice.id(), invoice.account(), invoice.issued(), invoice.date(), next));
        }
    }

    private void writeOff() {
        if (invoices.isEmpty()) {
            return;
        }
        var invoice = invoices.get(random.nextInt(invoices.size()));
        var date = invoice.date().plusDays(random.nextInt(60));
        int instalment = 1 + random.nextInt(invoice.instalments());
        long open = leastFrom(date, state -> state.open(story.id(invoice.id()), instalment));
        if (open > 0 && random.nextInt(4) == 0) {
            ReceivablesEvent writtenOff = new InvoiceWrittenOff(new InvoiceId(story.id(invoice.id())),
                    story.accountId(invoice.account()), story.entity(), new WriteOffId(story.id("W" + number++)),
                    List.of(new InstalmentAmount(instalment, money(1 + random.nextLong(open)))), "lost", false,
                    List.of(), "clerk-1", null, money(100_000), null, date);
            story.tell(writtenOff);
        }
    }

    private long leastFrom(LocalDate date, ToLongFunction<PlainBook.State> amount) {
        return book.datesFrom(date)
                .mapToLong(day -> amount.applyAsLong(book.at(day, Long.MAX_VALUE)))
                .min()
                .orElseThrow();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Money money(long cents) {
        return Money.ofMinorUnits(cents, EUR);
    }
}
