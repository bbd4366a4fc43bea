package io.receivables.platform.identity;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Whose tokens are accepted.
 *
 * @param issuer the {@code iss} that a token must name
 * @param audience the {@code aud} that a token must contain
 * @param jwkSetUri where the issuer publishes its keys; either this or {@code jwkSetFile}
 * @param jwkSetFile a local file with the issuer's keys as a JWK set
 * @param clockSkew how far the issuer's clock may be off
 * @param metricsOpenToLoopback whether a scraper on the same machine may read {@code /actuator/prometheus} without a
 * token; not behind a proxy on the same machine, for everybody comes from loopback then
 * @param loginPage where a browser without a token is sent; only with it is the pages' cookie accepted
 */
@ConfigurationProperties("receivables.identity")
record IdentitySettings(String issuer, @DefaultValue("receivables") String audience, @Nullable String jwkSetUri,
        @Nullable Path jwkSetFile, @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("false") boolean metricsOpenToLoopback, @Nullable String loginPage) {

    IdentitySettings {
        Assert.hasText(issuer, "receivables.identity.issuer must name the issuer of the tokens");
        Assert.isTrue((jwkSetUri == null) != (jwkSetFile == null),
                "exactly one of receivables.identity.jwk-set-uri and receivables.identity.jwk-set-file must be set");
    }
}
