package io.receivables.command.openitem;

import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is open of one instalment or free of one document, after everything that was decided so far.
 *
 * @param amount above zero, also of a payment or credit note, which are in the customer's favour
 */
public record OpenItem(Key key, Dates dates, Money amount) {

    /** What an item is about. */
    public enum Kind {
        /** An instalment of an invoice. */
        INVOICE(StreamType.INVOICE),
        /** A late charge. */
        CHARGE(StreamType.LATE_CHARGE),
        /** The part of a payment that is neither allocated, nor used, nor set aside for a refund. */
        PAYMENT(StreamType.PAYMENT),
        /** The same of a credit note. */
        CREDIT_NOTE(
                StreamType.CREDIT_NOTE),
        /** What is set aside to be given back; it counts as unapplied until it is paid out. */
        REFUND(null),
        /** What is set aside to be kept as income; it counts as unapplied until that is approved. */
        CREDIT_WRITE_OFF(null);

        private final @Nullable StreamType stream;

        Kind(@Nullable StreamType stream) {
            this.stream = stream;
        }

        /** Whether the customer owes it, rather than being owed. */
        public boolean isOwed() {
            return this == INVOICE || this == CHARGE;
        }

        static Kind of(CreditSource source) {
            return source.kind() == CreditSource.Kind.PAYMENT ? PAYMENT : CREDIT_NOTE;
        }
    }

    /**
     * Finds an item.
     *
     * @param documentId the bare id of the document
     * @param instalment number from 1; 0 where a document has none
     */
    public record Key(AccountId account, Kind kind, String documentId, int instalment) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing((Key key) -> key.account().value())
                .thenComparing(Key::kind)
                .thenComparing(Key::documentId)
                .thenComparing(Key::instalment);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        /** The stream whose first fact says when the document is dated and due. */
        String streamId() {
            if (kind.stream == null) {
                throw new IllegalStateException("a " + kind + " has no stream of its own");
            }
            return kind.stream.streamId(documentId);
        }
    }

    /**
     * When an item begins and falls due.
     *
     * @param document the date of the document: issued, received
     * @param due of the instalment; of a document without due date its own date
     */
    public record Dates(LocalDate document, LocalDate due) {

        static Dates of(LocalDate date) {
            return new Dates(date, date);
        }
    }
}
