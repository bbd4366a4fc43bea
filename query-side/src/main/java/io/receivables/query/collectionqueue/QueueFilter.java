package io.receivables.query.collectionqueue;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a worklist is asked for, as written in the query.
 *
 * @param owner those on which this person works
 * @param mine "true": those on which the reader works
 * @param includeSnoozed "true": also those that rest
 * @param receivableClass only claims, and what is unapplied, of this class
 * @param days how many days an item is "new" after its due date; absent: 7
 */
public record QueueFilter(@Nullable String legalEntity, @Nullable String owner, @Nullable String mine,
        @Nullable String includeSnoozed, @Nullable String receivableClass, @Nullable String currency,
        @Nullable String days) {

    /** Everything that the reader may see, or of one legal entity. */
    public static QueueFilter of(@Nullable String legalEntity) {
        return new QueueFilter(legalEntity, null, null, null, null, null, null);
    }
}
