package io.receivables.standalone.bookimport;

import org.jspecify.annotations.Nullable;

/**
 * What came of a line of a batch.
 *
 * @param line in the batch, from 1
 * @param code why it was refused; null when it was accepted
 * @param pointer to the field of its body that was wrong; empty when it is about the whole command
 */
record Outcome(long line, @Nullable String code, String detail, String pointer) {

    boolean accepted() {
        return code == null;
    }
}
