package io.receivables.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens that were accepted a moment ago: checking the signature of each request again takes a third of its time.
 * A token is found by its hash, so how long it takes tells nothing about another one. A refused token is never remembered.
 */
final class RememberedTokens implements JwtDecoder {

    /** Also how long a token is still accepted after its issuer has withdrawn the key. */
    static final Duration LONGEST = Duration.ofSeconds(60);
    static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<ByteBuffer, Remembered> accepted = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f,
            true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Remembered> eldest) {
            return size() > MOST;
        }
    });

    RememberedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    /** @param until when it must be checked again: at its end at the latest */
    private record Remembered(Jwt token, Instant until) {}

    @Override
    public Jwt decode(String token) {
        var hash = ByteBuffer.wrap(sha256().digest(token.getBytes(UTF_8)));
        var now = clock.instant();
        var known = accepted.get(hash);
        if (known != null && now.isBefore(known.until())) {
            return known.token();
        }
        var checked = decoder.decode(token);
        accepted.put(hash, new Remembered(checked, earlier(checked.getExpiresAt(), now.plus(LONGEST))));
        return checked;
    }

    private static Instant earlier(@Nullable Instant end, Instant other) {
        return end != null && end.isBefore(other) ? end : other;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
