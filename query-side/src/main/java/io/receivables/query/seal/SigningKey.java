package io.receivables.query.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An Ed25519 key that signs checkpoints. Its file holds two PEM blocks, the private and the public key, as
 * {@code openssl genpkey -algorithm ed25519} and {@code openssl pkey -pubout} write them.
 */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int ID_BYTES = 8;

    private final KeyPair keys;

    private SigningKey(KeyPair keys) {
        this.keys = keys;
    }

    /** @throws IllegalStateException the file holds no pair of keys that belong together */
    static SigningKey read(Path file) throws IOException {
        var text = Files.readString(file, US_ASCII);
        try {
            var factory = KeyFactory.getInstance(ALGORITHM);
            var key = new SigningKey(new KeyPair(factory.generatePublic(new X509EncodedKeySpec(block(text, PUBLIC))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(block(text, PRIVATE)))));
            key.requirePair(file);
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(file + " holds no Ed25519 key in PEM", unreadable);
        }
    }

    /** Makes a key and its file, for nobody but its owner to read. */
    static SigningKey make(Path file) throws IOException {
        try {
            var key = new SigningKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, ownerOnly());
            Files.writeString(file, pem(PRIVATE, key.keys.getPrivate().getEncoded())
                    + pem(PUBLIC, key.keys.getPublic().getEncoded()), US_ASCII, StandardOpenOption.SYNC,
                    StandardOpenOption.WRITE);
            return key;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has Ed25519", missing);
        }
    }

    /** The first hexadecimal digits of the SHA-256 of the public key. */
    String id() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(keys.getPublic().getEncoded());
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** X.509 bytes in Base64. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    String sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the key cannot sign", failure);
        }
    }

    private void requirePair(Path file) throws GeneralSecurityException {
        var message = publicKey().getBytes(US_ASCII);
        var verifier = Signature.getInstance(ALGORITHM);
        verifier.initVerify(keys.getPublic());
        verifier.update(message);
        if (!verifier.verify(Base64.getDecoder().decode(sign(message)))) {
            throw new IllegalStateException("the private and the public key in " + file + " do not belong together");
        }
    }

    private static byte[] block(String text, String label) {
        var block = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("there is no block " + label);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }

    private static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(bytes)
                + "\n-----END " + label + "-----\n";
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
