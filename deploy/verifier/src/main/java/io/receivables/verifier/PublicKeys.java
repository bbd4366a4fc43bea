package io.receivables.verifier;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Ed25519 keys, written as X.509 bytes in Base64. */
final class PublicKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;

    private PublicKeys() {}

    /** @param text Base64, or a PEM file that holds it */
    static String base64(String text) {
        var block = Pattern
                .compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----")
                .matcher(text);
        var key = (block.find() ? block.group(1) : text).replaceAll("\\s", "");
        read(key);
        return key;
    }

    /** The first hexadecimal digits of its SHA-256. */
    static String idOf(String publicKey) {
        return Hashes.hex(Hashes.of(read(publicKey).getEncoded())).substring(0, 2 * ID_BYTES);
    }

    static boolean hasSigned(String publicKey, byte[] message, String signature) {
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(read(publicKey));
            verifier.update(message);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException invalid) {
            return false;
        }
    }

    private static PublicKey read(String publicKey) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        } catch (GeneralSecurityException | IllegalArgumentException invalid) {
            throw new Unreadable("no Ed25519 key: " + publicKey);
        }
    }
}
