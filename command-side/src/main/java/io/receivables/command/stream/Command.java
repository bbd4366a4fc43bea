package io.receivables.command.stream;

import io.receivables.events.account.AccountId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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

    /**
     * The streams that the command begins or loads, as far as it names them, so that they can be read together with those
     * of its neighbours. One that is left out is read when it is needed.
     */
    default Collection<String> streams() {
        var target = target();
        return target == null ? List.of() : List.of(target);
    }

    /** The account whose reference rows the command needs; null when it names none. */
    default @Nullable AccountId accountId() {
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
