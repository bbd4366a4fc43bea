package io.receivables.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A store of events with an export, checkpoints and keys, written as the service writes them. */
final class SealedStore {

    static final String ORIGIN = "urn:uuid:00000000-0000-4000-8000-000000000001";

    private final Random random;
    final List<String> lines = new ArrayList<>();
    private final GrowingTree tree = new GrowingTree();
    private long position;
    private KeyPair key = newKey();

    SealedStore(long seed) {
        this.random = new Random(seed);
    }

    void events(int count) {
        for (int i = 0; i < count; i++) {
            position += 1 + random.nextInt(3) / 2;
            lines.add(line(position, "event " + random.nextInt(1_000_000)));
            tree.add(ExportedEvent.of(Json.read(lines.getLast())).hash());
        }
    }

    void event(String content) {
        event("InvoiceIssued", content);
    }

    void event(String type, String content) {
        lines.add(line(++position, content).replace("InvoiceIssued", type));
        tree.add(ExportedEvent.of(Json.read(lines.getLast())).hash());
    }

    static String line(long position, String content) {
        return """
                {"position":%d,"eventId":"e%d","streamId":"invoice/I%d","sequence":%d,"streamType":%s,"type":"InvoiceIssued",\
                "revision":"1","recordedAt":"2026-01-02T03:04:05.%06dZ","payload":"%s","metadata":"%s"}"""
                .formatted(position, position, position / 2, position % 2, position % 7 == 0 ? "null" : "\"Invoice\"",
                        position % 1_000_000, base64(content.getBytes(UTF_8)), base64("{}".getBytes(UTF_8)));
    }

    /** Signs what is there into a folder. */
    void checkpoint(Path folder) throws IOException {
        var signed = checkpoint(tree.count(), position, Hashes.hex(tree.head()), key);
        write(folder, "checkpoint-%015d.json", tree.count(), signed);
    }

    static String checkpoint(long count, long position, String root, KeyPair key) {
        var at = "2026-02-03T04:05:06Z";
        var unsigned = new Checkpoint(ORIGIN, count, position, root, at, id(key), "");
        return """
                {"origin":"%s","count":%d,"position":%d,"root":"%s","at":"%s","keyId":"%s","signature":"%s"}"""
                .formatted(ORIGIN, count, position, root, at, id(key), sign(key, unsigned.signedBytes()));
    }

    void key(Path folder, KeyPair endorser) throws IOException {
        var at = "2026-02-03T04:05:06Z";
        long count = tree.count() + 1;
        var unsigned = new KeyStatement(ORIGIN, id(key), publicKey(), count, at, id(endorser), "");
        write(folder, "key-%015d.json", count, """
                {"origin":"%s","keyId":"%s","publicKey":"%s","count":%d,"at":"%s","endorsedBy":"%s","signature":"%s"}"""
                .formatted(ORIGIN, id(key), publicKey(), count, at, id(endorser),
                        sign(endorser, unsigned.signedBytes())));
    }

    KeyPair key() {
        return key;
    }

    String publicKey() {
        return base64(key.getPublic().getEncoded());
    }

    void use(KeyPair other) {
        key = other;
    }

    static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    String head() {
        return Hashes.hex(tree.head());
    }

    long position() {
        return position;
    }

    long count() {
        return tree.count();
    }

    static void export(Path file, List<String> lines) throws IOException {
        var all = new ArrayList<>(lines);
        all.add("""
                {"origin":"%s","events":%d,"lastPosition":%d}""".formatted(ORIGIN, lines.size(),
                lines.isEmpty() ? 0 : Json.read(lines.getLast()).number("position")));
        Files.write(file, all);
    }

    static void write(Path folder, String name, long count, String json) throws IOException {
        Files.writeString(folder.resolve(String.format(Locale.ROOT, name, count)), json);
    }

    private static String sign(KeyPair key, byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(message);
            return base64(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String id(KeyPair key) {
        return PublicKeys.idOf(base64(key.getPublic().getEncoded()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
