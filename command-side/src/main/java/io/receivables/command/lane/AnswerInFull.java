package io.receivables.command.lane;

import io.receivables.platform.resource.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is told in full that was stored in brief: the document that was created, as it was then.
 *
 * @param path of such documents; the id follows
 */
public record AnswerInFull(String path, View view) {

    /** Shows the document. */
    @FunctionalInterface
    public interface View {

        /**
         * @param version how many of its facts the command had left
         * @param day on which it was created, where that changes what is shown
         */
        Versioned of(String id, long version, @Nullable LocalDate day);
    }
}
