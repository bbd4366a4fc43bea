package io.receivables.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An issuer for tests: give its settings to the application, its tokens to the client. */
public final class TestIdentity {

    public static final String ISSUER = "https://issuer.test";
    public static final String AUDIENCE = "receivables";
    static final ECKey KEY = newKey();
    private static final Path KEYS = writeKeys();

    private TestIdentity() {}

    /** What an application must be started with to accept the tokens. */
    public static Map<String, Object> settings() {
        return Map.of("receivables.identity.issuer", ISSUER, "receivables.identity.audience", AUDIENCE,
                "receivables.identity.jwk-set-file", KEYS.toString());
    }

    /** The settings as {@code name=value}, for {@code SpringApplicationBuilder.properties} and test properties. */
    public static String[] properties() {
        return settings().entrySet()
                .stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /** A token for every legal entity; the subject is {@code test-} and the first role. */
    public static String token(Role... roles) {
        return signed(claims(Stream.of(roles).map(Role::code).toList()).build());
    }

    /** A token of somebody who sees only some legal entities. */
    public static String token(String subject, List<Role> roles, List<String> entities) {
        return signed(claims(roles.stream().map(Role::code).toList()).subject(subject)
                .claim("legal_entities", entities)
                .build());
    }

    static JWTClaimsSet.Builder claims(List<String> roles) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("test-" + (roles.isEmpty() ? "nobody" : roles.getFirst()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("roles", roles)
                .claim("legal_entities", List.of("*"));
    }

    static String signed(JWTClaimsSet claims) {
        try {
            return signed(claims, JWSAlgorithm.ES256, new ECDSASigner(KEY));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) {
        try {
            var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(KEY.getKeyID()).build(), claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Path writeKeys() {
        try {
            var file = Files.createTempFile("receivables-test-keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, new JWKSet(KEY).toPublicJWKSet().toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
