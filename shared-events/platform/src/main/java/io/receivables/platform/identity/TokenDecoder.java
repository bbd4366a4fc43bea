package io.receivables.platform.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Accepts ES256 and nothing else. The algorithm is ours to choose, never the token's: a header that says {@code none} or
 * {@code HS256} (with the public key as its secret) is refused before any key is looked at.
 */
final class TokenDecoder {

    private static final Duration KEY_SERVER_TIMEOUT = Duration.ofSeconds(3);

    private TokenDecoder() {}

    static JwtDecoder of(IdentitySettings settings) {
        var file = settings.jwkSetFile();
        var uri = settings.jwkSetUri();
        NimbusJwtDecoder decoder;
        if (file != null) {
            decoder = fromFile(file);
        } else if (uri != null) {
            decoder = fromUri(uri);
        } else {
            throw new IllegalStateException("no keys to check tokens with");
        }
        decoder.setJwtValidator(validator(settings));
        return decoder;
    }

    private static NimbusJwtDecoder fromFile(Path file) {
        // The type of the token is checked by our validator, alike for both sources of keys.
        return NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(publicKeys(file)))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {}))
                .build();
    }

    private static NimbusJwtDecoder fromUri(String uri) {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(KEY_SERVER_TIMEOUT);
        requests.setReadTimeout(KEY_SERVER_TIMEOUT);
        return NimbusJwtDecoder.withJwkSetUri(uri)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .validateType(false)
                .restOperations(new RestTemplate(requests))
                .build();
    }

    private static JWKSet publicKeys(Path file) {
        try {
            var keys = JWKSet.load(file.toFile()).toPublicJWKSet();
            if (keys.getKeys().stream().noneMatch(key -> KeyType.EC.equals(key.getKeyType()))) {
                throw new IllegalStateException("receivables.identity.jwk-set-file has no EC key: " + file);
            }
            return keys;
        } catch (IOException failure) {
            throw new UncheckedIOException("receivables.identity.jwk-set-file cannot be read: " + file, failure);
        } catch (ParseException failure) {
            throw new IllegalStateException("receivables.identity.jwk-set-file is no JWK set: " + file, failure);
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(IdentitySettings settings) {
        var type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        var time = new JwtTimestampValidator(settings.clockSkew());
        // A token without an end would be a password.
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(type, time, new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(settings.audience()));
    }
}
