package io.receivables.query.audit.replay;

import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.money.Money;
import io.receivables.platform.credit.CreditStanding;
import io.receivables.query.ledger.AccountHeader;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * The figures of an account at one date, moved on by one fact after the other in the order in which they were recorded. It
 * knows movements and nothing that was added up from them, so that it comes to the account's own figures another way.
 */
final class AccountFold {

    private final AccountHeader account;
    private final Currency currency;
    private final LocalDate asAt;
    private final Map<String, Long> openOfInvoices = new HashMap<>();
    private final Marks doubtful = new Marks();
    private final Marks disputed = new Marks();
    private CreditStanding standing = CreditStanding.NONE;
    private long due;
    private long overdue;
    private long unapplied;
    private long version;
    private long position;

    AccountFold(AccountHeader account, LocalDate asAt) {
        this.account = account;
        this.currency = Currency.getInstance(account.currency());
        this.asAt = asAt;
    }

    void on(CustomerAccountEvent event) {
        standing = standing.after(event);
        version++;
    }

    void on(Moved moved) {
        if (moved.mark() != null) {
            marks(moved.mark()).mark(moved.documentId(), moved.amount(), openOfInvoices);
        } else if (moved.dueDate() == null) {
            unapplied -= moved.amount();
        } else {
            due += moved.amount();
            overdue += moved.dueDate().isBefore(asAt) ? moved.amount() : 0;
            if (moved.isOfInvoice()) {
                onInvoice(moved.documentId(), moved.amount());
            }
        }
    }

    private void onInvoice(String invoice, long amount) {
        long before = openOfInvoices.getOrDefault(invoice, 0L);
        Marks.change(openOfInvoices, invoice, amount);
        doubtful.opened(invoice, before, before + amount);
        disputed.opened(invoice, before, before + amount);
    }

    private Marks marks(String mark) {
        return mark.equals("DOUBTFUL") ? doubtful : disputed;
    }

    void at(long known) {
        position = known;
    }

    AccountState state() {
        return new AccountState(account.accountId(), account.customerId(), account.legalEntity(), account.currency(),
                money(due - unapplied), money(due), money(overdue), money(unapplied), money(disputed.total()),
                money(doubtful.total()), standing.limitAt(asAt), version, position);
    }

    private Money money(long minorUnits) {
        return Money.ofMinorUnits(minorUnits, currency);
    }
}
