package io.receivables.query.ledger;

import io.receivables.events.account.ReceivableClass;
import io.receivables.query.ledger.LedgerWriter.PlacedRow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items and accounts that a history has begun last, so that its movements find their dates and class without a join. None
 * of them ever changes. What moves an item that is forgotten finds it in the database.
 */
final class KnownItems {

    /** Some fifty megabytes, while a rebuild runs. */
    static final int OF_REBUILD = 200_000;
    /** What was issued and paid in the last minutes, all the time. */
    static final int OF_LIVE_BOOKS = 20_000;

    private final Map<Key, Row.Item> items;
    private final Map<String, ReceivableClass> accounts;

    /** @param most so many items, and so many accounts */
    KnownItems(int most) {
        this.items = new Latest<>(most);
        this.accounts = new Latest<>(most);
    }

    private record Key(DocumentType type, String id, int instalment) {}

    /**
     * A movement with what its item tells.
     *
     * @param receivableClass the item's, else the account's; null in no account
     * @param paidDate that of the cash or credit behind it, else that of the movement
     */
    record Dated(PlacedRow<Row.Movement> placed, Row.Item item, @Nullable ReceivableClass receivableClass,
            @Nullable LocalDate paidDate) {

        Row.Movement row() {
            return placed.row();
        }
    }

    /** The first of one name stays, as in the table. */
    void learn(Row row) {
        if (row instanceof Row.Item item) {
            items.putIfAbsent(new Key(item.type(), item.id(), item.instalment()), item);
        } else if (row instanceof Row.Account account) {
            learn(account.accountId(), account.receivableClass());
        }
    }

    void learn(String accountId, ReceivableClass receivableClass) {
        accounts.putIfAbsent(accountId, receivableClass);
    }

    void forget() {
        items.clear();
        accounts.clear();
    }

    /** Null if anything that it takes is forgotten, or was never there. */
    @Nullable
    Dated date(PlacedRow<Row.Movement> placed) {
        var moved = placed.row();
        var item = items.get(new Key(moved.type(), moved.id(), moved.instalment()));
        var paidBy = moved.paidBy() == null
                ? null
                : items.get(new Key(
                        moved.kind() == MovementKind.CASH ? DocumentType.PAYMENT : DocumentType.CREDIT_NOTE,
                        moved.paidBy(),
                        0));
        if (item == null || moved.paidBy() != null && paidBy == null) {
            return null;
        }
        var paidDate = paidBy == null ? moved.paidDate() : paidBy.paidDate();
        if (moved.accountId() == null) {
            return new Dated(placed, item, null, paidDate);
        }
        var itsClass = item.receivableClass() != null
                ? item.receivableClass()
                : accounts.get(moved.accountId());
        return itsClass == null ? null : new Dated(placed, item, itsClass, paidDate);
    }

    /**
     * Forgets what has been in it the longest: claims are settled in the months after their issue. To keep the order in which
     * they are asked for would change old objects with each look, which the garbage collector has to follow.
     */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Latest(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
