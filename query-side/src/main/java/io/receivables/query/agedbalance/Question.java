package io.receivables.query.agedbalance;

import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.MonthEnd;
import io.receivables.query.ledger.hindsight.AllocationView;
import io.receivables.query.ledger.hindsight.EarlierMovements;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The aged balance as it is answered, every default filled in.
 *
 * @param edgesPolicyVersion the version of the credit policy that the edges are taken from; null for others
 * @param source where the rows are read
 * @param monthEnd where the totals are read, and how far from the cut that is
 * @param earlier what the view moves to the cut
 * @param limit of the rows
 */
record Question(String legalEntity, AsOf asOf, Basis basis, Edges edges,
        @Nullable Integer edgesPolicyVersion, GroupBy groupBy, Currency currency,
        @Nullable String accountId, @Nullable String receivableClass, Sort sort, Source source, MonthEnd monthEnd,
        AllocationView view, EarlierMovements earlier, int limit, @Nullable List<String> after) {

    BookCut cut() {
        return new BookCut(legalEntity, currency, accountId, receivableClass, asOf);
    }

    /** Where open amounts come from; each gives the same. */
    enum Source {
        /** The open items of now: nothing is dated or was recorded after the cut. */
        OPEN_ITEMS,
        /** The open items of now less the few movements after the cut. */
        OPEN_ITEMS_LESS_LATER,
        /** The movements up to the cut. */
        MOVEMENTS
    }

    /** The date from which an item ages. */
    enum Basis {
        DUE_DATE("dueDate", "due_date"),
        DOCUMENT_DATE("documentDate", "document_date"),
        /** The dates of payment plans where there are any; the rows are in the order of the contract's dates. */
        PLAN("plan", "due_date");

        private final String word;
        private final String column;

        Basis(String word, String column) {
            this.word = word;
            this.column = column;
        }

        String word() {
            return word;
        }

        String column() {
            return column;
        }

        /** The name of the sums that are kept for it. */
        String rolledUp() {
            return this == PLAN ? DUE_DATE.name() : name();
        }
    }

    /** What a row stands for. */
    enum GroupBy {
        ACCOUNT("account_id"),
        CUSTOMER("customer_id"),
        NONE("legal_entity");

        private final String column;

        GroupBy(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** The order of the rows: an expression that rises, equal ones by their key. */
    enum Sort {
        KEY("0", null),
        BALANCE("-balance", "sum(amount) as balance"),
        OVERDUE("-overdue", "coalesce(sum(amount) filter (where aged_from < :asAt), 0) as overdue"),
        OLDEST("coalesce(oldest - date '1970-01-01', 1000000)", "min(due_date) as oldest");

        private final String rank;
        private final @Nullable String figure;

        Sort(String rank, @Nullable String figure) {
            this.rank = rank;
            this.figure = figure;
        }

        String rank() {
            return rank;
        }

        /**
         * What the rank is made of, over items with {@code amount}, {@code aged_from} and {@code due_date}.
         *
         * @throws NullPointerException of keys, which are in an order by themselves
         */
        String figure() {
            return Objects.requireNonNull(figure, "no figure ranks keys");
        }
    }
}
