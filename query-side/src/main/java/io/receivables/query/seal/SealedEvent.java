package io.receivables.query.seal;

import io.receivables.platform.eventstore.EventEntry;

/** An event as a leaf of the tree. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedEvent(long position, byte[] hash) {

    static SealedEvent of(EventEntry entry) {
        return new SealedEvent(entry.position(), HashTree.leaf(entry));
    }
}
