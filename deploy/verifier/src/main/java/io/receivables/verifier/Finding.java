package io.receivables.verifier;

/** Something that is not as it should be. */
record Finding(Kind kind, String detail) {

    enum Kind {
        /** No checkpoint was given. */
        NOTHING_SIGNED,
        /** The key that was named as trusted is not among those that signed. */
        KEY_NOT_TRUSTED,
        /** A key that nobody entitled to has vouched for. */
        KEY_NOT_ENDORSED,
        /** A signature that its key has not made, or was not entitled to make. */
        FORGED_SIGNATURE,
        /** Something of another store. */
        OTHER_STORE,
        /** Two signed heads that cannot both be true: somebody was shown another history. */
        SPLIT_VIEW,
        /** A file or line that cannot be read. */
        UNREADABLE,
        /** The export does not say that it is whole, or says what it does not hold. */
        INCOMPLETE_EXPORT,
        /** Positions do not rise. */
        REORDERED,
        /** An event, or the order of events, is not what was signed. */
        CHANGED,
        /** Fewer events than were signed. */
        REMOVED,
        /** More events than were signed. */
        ADDED,
        /** A proof that does not lead to the head. */
        NOT_PROVED
    }

    @Override
    public String toString() {
        return kind + ": " + detail;
    }
}
