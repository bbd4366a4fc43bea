package io.receivables.command.edge;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ids that the server makes where the client has none: UUID version 7 (RFC 9562), which sort by time. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** The client's id, or a new one. */
    public static <T> T orNext(@Nullable T given, Function<String, T> type) {
        return given != null ? given : type.apply(next());
    }

    public static String next() {
        long millis = System.currentTimeMillis();
        long high = millis << 16 | 0x7000L | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
