package io.receivables.bench.run;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.receivables.platform.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

/** An issuer of tokens that the servers of the run are told to trust. */
final class Tokens {

    static final String ISSUER = "urn:receivables:bench";

    private final ECKey key;
    private final Path keyFile;

    private Tokens(ECKey key, Path keyFile) {
        this.key = key;
        this.keyFile = keyFile;
    }

    static Tokens in(Path folder) throws IOException {
        try {
            var key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
            var file = Files.writeString(folder.resolve("keys.json"), new JWKSet(key.toPublicJWK()).toString());
            return new Tokens(key, file);
        } catch (JOSEException failure) {
            throw new IllegalStateException("no EC key can be made", failure);
        }
    }

    Path keyFile() {
        return keyFile;
    }

    /** A token with every role, for every legal entity. */
    String token() {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer(ISSUER)
                .audience("receivables")
                .subject("bench")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(12))))
                .claim("roles", Arrays.stream(Role.values()).map(Role::code).toList())
                .claim("legal_entities", List.of("*"))
                .build();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
            var token = new SignedJWT(header.build(), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException("the token cannot be signed", failure);
        }
    }
}
