package io.receivables.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An issuer of tokens that the servers are told to trust. */
final class SignedTokens {

    static final String ISSUER = "https://issuer.test";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;

    SignedTokens() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    /** Writes the public key as a JWK set. */
    Path writeKeys(Path folder) throws IOException {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var key = Map.of("kty", "EC", "crv", "P-256", "alg", "ES256", "use", "sig", "kid", "test", "x", coordinate(
                point.getAffineX()), "y", coordinate(point.getAffineY()));
        return Files.writeString(folder.resolve("keys.json"), JSON.writeValueAsString(Map.of("keys", List.of(key))));
    }

    /** A token for these legal entities, {@code *} for all. */
    String token(String subject, List<String> entities, String... roles) throws GeneralSecurityException {
        return token(subject, "receivables", entities, roles);
    }

    String token(String subject, String audience, List<String> entities, String... roles)
            throws GeneralSecurityException {
        var now = Instant.now();
        var claims = Map.of("iss", ISSUER, "aud", audience, "sub", subject, "roles", List.of(roles),
                "legal_entities", entities, "iat", now.getEpochSecond(), "exp", now.plus(Duration.ofHours(1))
                        .getEpochSecond());
        var signed = part(Map.of("alg", "ES256", "typ", "JWT", "kid", "test")) + "." + part(claims);
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(UTF_8));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    private static String part(Map<String, ?> content) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(content));
    }

    /** 32 bytes, whatever the size of the number. */
    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return BASE64.encodeToString(fixed);
    }
}
