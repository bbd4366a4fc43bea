package io.receivables.command.edge;

import io.receivables.platform.resource.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Stands in an answer for a document that the command has created, where nobody reads the document itself: the line of a batch
 * tells where it is. Who repeats the request alone is shown the document as it was at this version
 * ({@link io.receivables.command.lane.AnswerInFull}).
 *
 * @param day on which it was created; null when the document is shown alike on every day
 */
public record Brief(long version, @Nullable LocalDate day) implements Versioned {

    /** Itself: the position is told beside it. */
    @Override
    public Brief at(long position) {
        return this;
    }
}
