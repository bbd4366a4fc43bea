package io.receivables.query.testing;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.charge.LateChargeSettledInPart;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentId;
import io.receivables.query.ledger.PlainBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

/** Late charges at random: claimed, paid and reversed such that a command would accept it. */
final class RandomCharges {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Story story;
    private final Random random;
    private final PlainBook book;
    private final List<LateChargeClaimed> charges = new ArrayList<>();
    private int number;

    RandomCharges(Story story, Random random, PlainBook book) {
        this.story = story;
        this.random = random;
        this.book = book;
    }

    /** @param date not before the invoice's */
    void claim(String invoice, String account, LocalDate date) {
        var charge = new LateChargeClaimed(new ChargeId(story.id("LC" + number++)), story.accountId(account),
                story.entity(), new InvoiceId(story.id(invoice)), ReceivableClass.TRADE,
                ChargeKind.values()[random.nextInt(ChargeKind.values().length)], money(1 + random.nextInt(5_000)),
                null, null, null, date);
        charges.add(charge);
        story.tell(charge);
    }

    /** @param received the date of the payment */
    void pay(String payment, String account, LocalDate received) {
        var mine = charges.stream().filter(it -> it.accountId().equals(story.accountId(account))).toList();
        if (mine.isEmpty()) {
            return;
        }
        var charge = mine.get(random.nextInt(mine.size()));
        var date = (received.isAfter(charge.effectiveDate()) ? received : charge.effectiveDate())
                .plusDays(random.nextInt(20));
        long most = Math.min(open(charge, date), leastFrom(date, state -> state.free(story.id(payment))));
        if (most > 0) {
            var part = new SettledPart(0, money(1 + random.nextLong(most)), money(0));
            var made = new PaymentAllocated(new PaymentId(story.id(payment)), charge.accountId(), story.entity(),
                    new AllocationId(story.id("CA" + number++)), AllocationTarget.of(charge.chargeId()), List.of(part),
                    date);
            story.tell(made, new LateChargeSettledInPart(charge.chargeId(), charge.accountId(), story.entity(),
                    made.allocationId(), CreditSource.of(made.paymentId()), part.amount(), date));
        }
    }

    void reverse() {
        if (!charges.isEmpty()) {
            var charge = charges.get(random.nextInt(charges.size()));
            var date = charge.effectiveDate().plusDays(random.nextInt(20));
            if (open(charge, date) == charge.amount().minorUnits()) {
                charges.remove(charge);
                story.tell(new LateChargeReversed(charge.chargeId(), charge.accountId(), story.entity(),
                        charge.invoiceId(), charge.kind(), charge.amount(), "waived", false, date));
            }
        }
    }

    private long open(LateChargeClaimed charge, LocalDate date) {
        return leastFrom(date, state -> state.open(charge.chargeId().value(), 0));
    }

    private long leastFrom(LocalDate date, ToLongFunction<PlainBook.State> amount) {
        return book.datesFrom(date)
                .mapToLong(day -> amount.applyAsLong(book.at(day, Long.MAX_VALUE)))
                .min()
                .orElseThrow();
    }

    private static Money money(long cents) {
        return Money.ofMinorUnits(cents, EUR);
    }
}
