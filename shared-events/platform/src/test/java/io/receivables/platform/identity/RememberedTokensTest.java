package io.receivables.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** How long an accepted token is taken without being checked again. */
class RememberedTokensTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Hands clock = new Hands();
    private final List<String> checked = new ArrayList<>();

    @Test
    void aRefusedTokenIsCheckedEachTime() {
        var tokens = new RememberedTokens(token -> {
            checked.add(token);
            throw new BadJwtException("refused");
        }, clock);

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);

        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void anAcceptedTokenIsCheckedOnceAMinute() {
        var tokens = tokensUntil(NOON.plus(Duration.ofHours(1)));

        tokens.decode("a");
        clock.now = NOON.plusSeconds(59);
        assertThat(tokens.decode("a").getTokenValue()).isEqualTo("a");
        assertThat(checked).containsExactly("a");
        clock.now = NOON.plusSeconds(60);
        tokens.decode("a");

        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void aTokenIsCheckedAgainAtItsEnd() {
        var tokens = tokensUntil(NOON.plusSeconds(5));

        tokens.decode("a");
        clock.now = NOON.plusSeconds(5);
        tokens.decode("a");

        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void aTokenThatDiffersInItsLastLetterIsAnotherOne() {
        var tokens = tokensUntil(NOON.plusSeconds(60));

        tokens.decode("header.claims.signaturA");

        assertThat(tokens.decode("header.claims.signaturB").getTokenValue()).isEqualTo("header.claims.signaturB");
        assertThat(checked).hasSize(2);
    }

    @Test
    void theTokenThatWasNotSeenForLongestMakesRoom() {
        var tokens = tokensUntil(NOON.plusSeconds(60));
        for (int i = 0; i < RememberedTokens.MOST; i++) {
            tokens.decode("token " + i);
        }
        tokens.decode("token 0");
        tokens.decode("one more");
        checked.clear();

        tokens.decode("token 0");
        tokens.decode("token 1");

        assertThat(checked).containsExactly("token 1");
    }

    private RememberedTokens tokensUntil(Instant end) {
        return new RememberedTokens(token -> {
            checked.add(token);
            return Jwt.withTokenValue(token).header("alg", "ES256").subject("billing").expiresAt(end).build();
        }, clock);
    }

    /** A clock that is set by hand. */
    private static final class Hands extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            return this;
        }
    }
}
