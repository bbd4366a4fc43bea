package io.receivables.standalone;

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
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Signs tokens for this one instance, so that a newcomer needs no identity provider. The key is made at the first start
 * and stays in the data folder; issuer and audience carry its thumbprint, so no other instance takes its tokens.
 */
final class BuiltInIssuer {

    static final Duration TOKEN_LIFE = Duration.ofHours(12);
    private static final String KEY_FILE = "issuer.jwks";

    private final Path keyFile;
    private final ECKey key;

    private BuiltInIssuer(Path keyFile, ECKey key) {
        this.keyFile = keyFile;
        this.key = key;
    }

    /** The issuer of the instance in this folder; its key is made if there is none. */
    static synchronized BuiltInIssuer in(DataFolder folder) {
        var keys = folder.created().keys();
        var file = keys.resolve(KEY_FILE);
        // A token may be asked for while the instance starts for the first time: only one of them makes the key.
        try (var lock = FileChannel.open(keys.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (Files.notExists(file)) {
                make(file);
            }
            return new BuiltInIssuer(file, read(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("the key of the built-in issuer cannot be used: " + file, failure);
        }
    }

    private static void make(Path file) throws IOException {
        try {
            var key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
            var draft = file.resolveSibling(KEY_FILE + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, DataFolder.ownerOnly("rw-------"));
            Files.writeString(draft, new JWKSet(key).toString(false), StandardOpenOption.SYNC,
                    StandardOpenOption.WRITE);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (JOSEException failure) {
            throw new IllegalStateException("no EC key can be made", failure);
        }
    }

    private static ECKey read(Path file) throws IOException {
        if (DataFolder.isOpenToOthers(file)) {
            throw new StartRefused("the key of the built-in issuer can be read by other users: " + file,
                    "If nobody else can have read it: chmod 600 " + file + ". Else delete it, a new one is made.");
        }
        try {
            return JWKSet.load(file.toFile()).getKeys().getFirst().toECKey();
        } catch (ParseException failure) {
            throw new IOException("no JWK set: " + file, failure);
        }
    }

    String name() {
        return "urn:receivables:instance:" + key.getKeyID();
    }

    String audience() {
        return name() + ":api";
    }

    /** The JWK set that the instance checks tokens with. */
    Path keyFile() {
        return keyFile;
    }

    /** A token for every legal entity. */
    String token(String subject, Collection<Role> roles) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer(name())
                .audience(audience())
                .subject(subject)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TOKEN_LIFE)))
                .claim("roles", roles.stream().map(Role::code).sorted().toList())
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

    static String demoSubject(Role role) {
        return "demo-" + role.code();
    }
}
