package io.receivables.command.stream;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A wish that something be done, judged against one or more streams. */
public interface Command {

    /**
     * The stream whose version {@code If-Match} is about; null when the command begins the only stream that it touches,
     * or when the stream is known only by one of its parts, and then it is the first one loaded.
     */
    default @Nullable String target() {
        return null;
    }

    /** The business date from which the fact shall count; null when the command has none. */
    default @Nullable LocalDate effectiveDate() {
        return null;
    }

    /** Where that date stands in the body, as a JSON pointer; a refusal about the date names it. */
    default String datePointer() {
        return "/effectiveDate";
    }

    /** Why, where the facts have no field for it; it goes into their metadata. */
    default @Nullable String why() {
        return null;
    }
}
