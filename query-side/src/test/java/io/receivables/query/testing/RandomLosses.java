package io.receivables.query.testing;

import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.ReceivedTransferReversed;
import io.receivables.events.payment.TransferOrigin;
import io.receivables.query.ledger.PlainBook;
import io.receivables.query.testing.RandomHistory.Cash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Transfers of cash to other accounts and write-offs of credits, such that a command would accept them. */
final class RandomLosses {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Story story;
    private final Random random;
    private final int accounts;
    private final PlainBook book;
    private final List<Cash> payments;
    private final List<PaymentTransferred> transfers = new ArrayList<>();
    private final List<CreditWrittenOff> writeOffs = new ArrayList<>();
    private int number;

    RandomLosses(Story story, Random random, int accounts, PlainBook book, List<Cash> payments) {
        this.story = story;
        this.random = random;
        this.accounts = accounts;
        this.book = book;
        this.payments = payments;
    }

    void oneFact() {
        switch (random.nextInt(6)) {
            case 0, 1 -> transfer();
            case 2 -> takeTransferBack();
            case 3, 4 -> writeOff();
            default -> takeWriteOffBack();
        }
    }

    private void transfer() {
        if (payments.isEmpty()) {
            return;
        }
        var from = payments.get(random.nextInt(payments.size()));
        var to = "C" + random.nextInt(accounts);
        var date = from.date().plusDays(random.nextInt(20));
        long free = freeFrom(from.id(), date);
        if (to.equals(from.account()) || free <= 0) {
            return;
        }
        var amount = money(1 + random.nextLong(free));
        var receiver = new Cash("T" + number++, to, date);
        var given = new PaymentTransferred(new PaymentId(story.id(from.id())), story.accountId(from.account()),
                story.entity(), new PaymentId(story.id(receiver.id())), story.accountId(to), amount, from.date(), null,
                "meant for a sister", date);
        story.tell(new PaymentReceived(given.toPaymentId(), given.toAccountId(), story.entity(), amount, from.date(),
                null, PaymentMethod.BANK_TRANSFER, null, null,
                new TransferOrigin(given.paymentId(), given.accountId(), date)), given);
        payments.add(receiver);
        transfers.add(given);
    }

    private void takeTransferBack() {
        if (transfers.isEmpty()) {
            return;
        }
        var given = transfers.get(random.nextInt(transfers.size()));
        var id = given.toPaymentId().value().substring(story.entity().value().length() + 1);
        var date = given.effectiveDate().plusDays(random.nextInt(20));
        if (freeFrom(id, date) < given.amount().minorUnits()) {
            return;
        }
        transfers.remove(given);
        payments.removeIf(cash -> cash.id().equals(id));
        story.tell(new ReceivedTransferReversed(given.toPaymentId(), given.toAccountId(), story.entity(),
                given.paymentId(), given.amount(), "wrong account", date),
                new PaymentTransferReversed(given.paymentId(), given.accountId(), story.entity(), given.toPaymentId(),
                        given.toAccountId(), given.amount(), "wrong account", date));
    }

    private void writeOff() {
        if (payments.isEmpty()) {
            return;
        }
        var cash = payments.get(random.nextInt(payments.size()));
        var date = cash.date().plusDays(random.nextInt(60));
        long free = freeFrom(cash.id(), date);
        if (free > 0) {
            var done = new CreditWrittenOff(new CreditWriteOffId(story.id("CW" + number++)),
                    CreditSource.of(new PaymentId(story.id(cash.id()))), story.accountId(cash.account()),
                    story.entity(), money(1 + random.nextLong(free)), "unclaimed", "clerk-1", null, null,
                    money(100_000), null, null, date);
            story.tell(done);
            writeOffs.add(done);
        }
    }

    private void takeWriteOffBack() {
        if (!writeOffs.isEmpty()) {
            var done = writeOffs.remove(random.nextInt(writeOffs.size()));
            story.tell(new CreditWriteOffReversed(done.creditWriteOffId(), done.source(), done.accountId(),
                    story.entity(), done.amount(), "claimed", done.effectiveDate().plusDays(random.nextInt(40))));
        }
    }

    private long freeFrom(String payment, LocalDate date) {
        return book.datesFrom(date)
                .mapToLong(day -> book.at(day, Long.MAX_VALUE).free(story.id(payment)))
                .min()
                .orElseThrow();
    }

    private static Money money(long cents) {
        return Money.ofMinorUnits(cents, EUR);
    }
}
