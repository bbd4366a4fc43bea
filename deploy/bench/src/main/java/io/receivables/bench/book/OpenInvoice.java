package io.receivables.bench.book;

import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** An invoice while something may still happen to it. Days are counted from the epoch, amounts are in cents. */
final class OpenInvoice {

    static final Currency EURO = Currency.getInstance(Book.CURRENCY);

    final int no;
    final int account;
    final int issued;
    final int due;
    final long discount;
    final int discountUntil;
    private final long[] open;
    private long sequence;
    private int notBefore;

    OpenInvoice(int no, int account, int issued, int due, long[] instalments, long discount, int discountUntil) {
        this.no = no;
        this.account = account;
        this.issued = issued;
        this.due = due;
        this.discount = discount;
        this.discountUntil = discountUntil;
        this.open = instalments.clone();
        this.notBefore = issued;
    }

    long nextSequence() {
        return sequence++;
    }

    /** No settlement may be dated earlier: the open amount would fall below zero on some day in between. */
    int notBefore() {
        return notBefore;
    }

    long open() {
        long sum = 0;
        for (long amount : open) {
            sum += amount;
        }
        return sum;
    }

    /** Settles so much, the oldest instalment first; a discount comes on top, and only with the whole of one instalment. */
    List<SettledPart> settle(long cash, long granted) {
        var parts = new ArrayList<SettledPart>();
        long left = cash + granted;
        for (int i = 0; i < open.length && left > 0; i++) {
            long settled = Math.min(left, open[i]);
            if (settled > 0) {
                left -= settled;
                open[i] -= settled;
                parts.add(new SettledPart(i + 1, money(settled - granted), money(granted)));
            }
        }
        return parts;
    }

    /** Takes back what was settled. */
    void reopen(List<SettledPart> parts, int day) {
        for (var part : parts) {
            open[part.instalment() - 1] += part.settled().minorUnits();
        }
        notBefore = Math.max(notBefore, day);
    }

    /** Everything that is open falls, or rises again by what fell. */
    List<InstalmentAmount> clear() {
        var parts = new ArrayList<InstalmentAmount>();
        for (int i = 0; i < open.length; i++) {
            if (open[i] > 0) {
                parts.add(new InstalmentAmount(i + 1, money(open[i])));
                open[i] = 0;
            }
        }
        return parts;
    }

    void restore(List<InstalmentAmount> parts, int day) {
        for (var part : parts) {
            open[part.instalment() - 1] += part.amount().minorUnits();
        }
        notBefore = Math.max(notBefore, day);
    }

    static Money money(long cents) {
        return Money.ofMinorUnits(cents, EURO);
    }
}
