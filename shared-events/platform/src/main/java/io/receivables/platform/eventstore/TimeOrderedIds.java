package io.receivables.platform.eventstore;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifiers of events and commands as UUIDs of version 7 (RFC 9562): first the millisecond, then 74 random bits. Each new
 * one goes to the end of the index of all of them; random ones go to any page of it, and PostgreSQL then writes nearly as
 * many pages as events. Axon finds the class by {@code META-INF/services}.
 */
public final class TimeOrderedIds extends IdentifierFactory {

    private static final long VERSION = 0x7000;
    private static final long RANDOM_BEHIND_VERSION = 0x0fff;
    private static final int TIME_SHIFT = 16;
    private static final long VARIANT = Long.MIN_VALUE;
    private static final long BEHIND_VARIANT = Long.MAX_VALUE >> 1;

    private static final SecureRandom RANDOM = new SecureRandom();
    /** For 512 identifiers: Axon makes some for each message, and a call for each of them costs more than its bits. */
    private static final ByteBuffer AHEAD = ByteBuffer.allocate(512 * 2 * Long.BYTES).flip();

    @Override
    public String generateIdentifier() {
        return next();
    }

    public static String next() {
        return of(System.currentTimeMillis(), random()).toString();
    }

    private static UUID random() {
        synchronized (AHEAD) {
            if (!AHEAD.hasRemaining()) {
                RANDOM.nextBytes(AHEAD.array());
                AHEAD.clear();
            }
            return new UUID(AHEAD.getLong(), AHEAD.getLong() & BEHIND_VARIANT | VARIANT);
        }
    }

    /** Keeps the last 74 bits of {@code random}, which has the variant. */
    public static UUID of(long millis, UUID random) {
        long first = millis << TIME_SHIFT | VERSION | random.getMostSignificantBits() & RANDOM_BEHIND_VERSION;
        return new UUID(first, random.getLeastSignificantBits());
    }
}
