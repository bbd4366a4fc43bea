package io.receivables.command.openitem;

import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.events.AccountEntry;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.period.ControlTotal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a legal entity was owed at the end of a day, added up from the facts one by one. It keeps sums alone, so that a
 * history of any length fits. For one thread.
 */
public final class BooksSoFar {

    private final LegalEntityId entity;
    private final LocalDate date;
    private final Map<String, Sums> byCurrency = new TreeMap<>();
    private long position;

    BooksSoFar(LegalEntityId entity, LocalDate date) {
        this.entity = entity;
        this.date = date;
    }

    /** Minor units; a part that is in the customers' favour is above zero too. */
    private static final class Sums {
        private final Map<Kind, Long> items = new EnumMap<>(Kind.class);
        private long unidentified;
    }

    BooksSoFar copy() {
        var copy = new BooksSoFar(entity, date);
        byCurrency.forEach((currency, sums) -> {
            var same = copy.of(currency);
            same.items.putAll(sums.items);
            same.unidentified = sums.unidentified;
        });
        copy.position = position;
        return copy;
    }

    /** Takes in a fact of any legal entity and date; those that do not count change nothing. */
    void add(ReceivablesEvent event) {
        if (!(event instanceof AccountEntry entry) || !entry.legalEntity().equals(entity)
                || event.effectiveDate().isAfter(date)) {
            return;
        }
        for (var change : OpenItemChanges.of(event)) {
            of(change.currency().getCurrencyCode()).items
                    .merge(change.key().kind(), change.minorUnits(), Math::addExact);
        }
        switch (event) {
            case PaymentReceived received when received.accountId() == null -> unidentified(received.amount(), 1);
            case PaymentIdentified identified -> unidentified(identified.amount(), -1);
            case PaymentReversed reversed when reversed.accountId() == null -> unidentified(reversed.amount(), -1);
            default -> {
                // Of somebody who is known.
            }
        }
    }

    private void unidentified(Money amount, int sign) {
        var sums = of(amount.currency().getCurrencyCode());
        sums.unidentified = Math.addExact(sums.unidentified, sign * amount.minorUnits());
    }

    private Sums of(String currency) {
        return byCurrency.computeIfAbsent(currency, _ -> new Sums());
    }

    void readUpTo(long read) {
        position = read;
    }

    /** The position of the last fact that was looked at. */
    public long position() {
        return position;
    }

    /** In the order of the currencies' codes. */
    public List<ControlTotal> totals() {
        return byCurrency.entrySet()
                .stream()
                .map(it -> total(Currency.getInstance(it.getKey()), it.getValue()))
                .toList();
    }

    private static ControlTotal total(Currency currency, Sums sums) {
        long invoices = sums.items.getOrDefault(Kind.INVOICE, 0L);
        long charges = sums.items.getOrDefault(Kind.CHARGE, 0L);
        long unapplied = 0;
        for (var item : sums.items.entrySet()) {
            unapplied += item.getKey().isOwed() ? 0 : item.getValue();
        }
        return new ControlTotal(Money.ofMinorUnits(invoices, currency), Money.ofMinorUnits(charges, currency),
                Money.ofMinorUnits(unapplied, currency),
                Money.ofMinorUnits(invoices + charges - unapplied, currency),
                Money.ofMinorUnits(sums.unidentified, currency));
    }
}
