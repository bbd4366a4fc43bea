package io.receivables.command.edge;

import io.receivables.platform.eventstore.TimeOrderedIds;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ids that the server makes where the client has none. They sort by time. */
public final class Ids {

    private Ids() {}

    /** The client's id, or a new one. */
    public static <T> T orNext(@Nullable T given, Function<String, T> type) {
        return given != null ? given : type.apply(next());
    }

    public static String next() {
        return TimeOrderedIds.next();
    }
}
