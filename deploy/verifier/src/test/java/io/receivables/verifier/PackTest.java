package io.receivables.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack of two events, which are all that the tree has: the path of each is the hash of the other. */
class PackTest {

    @TempDir
    private Path folder = Path.of("");

    private final SealedStore store = new SealedStore(1);
    private Path pack = Path.of("");
    private Path key = Path.of("");

    @BeforeEach
    void aPack() throws IOException {
        pack = Files.createDirectory(folder.resolve("pack"));
        key = Files.writeString(folder.resolve("key.txt"), store.publicKey());
        var seal = Files.createDirectory(pack.resolve("seal"));
        store.key(seal, store.key());
        store.event("{\"amount\":\"1300.00\",\"lines\":[],\"final\":true}");
        store.event("{\"amount\":\"-300.00\"}");
        store.checkpoint(seal);
        Files.write(seal.resolve("events.ndjson"), store.lines);
        Files.write(seal.resolve("inclusion.ndjson"), List.of(proof(0, 1), proof(1, 0)));
        Files.write(pack.resolve("events.ndjson"), List.of(
                readable(1, "{\"amount\":\"1300.00\",\"lines\":[],\"final\":true}"),
                readable(2, "{ \"amount\" : \"-300.00\" }")));
        Files.writeString(pack.resolve("statement.csv"), "1300.00\n");
        manifest();
    }

    @Test
    void whatNobodyTouchedIsProved() throws IOException {
        assertThat(verify()).isEqualTo("""
                account C1 as at 2026-03-31: 6 files, 2 events, 2 of them in the signed tree.
                PROVED
                """);
    }

    @Test
    void anEventThatIsNotSealedYetIsNamedAsNotProved() throws IOException {
        Files.write(pack.resolve("seal/inclusion.ndjson"), List.of(proof(0, 1)));
        manifest();
        assertThat(verify()).contains("2 events, 1 of them in the signed tree", "1 event(s) are in no signed tree")
                .endsWith("PROVED\n");
    }

    @Test
    void aFileThatIsNotAsItWasIsFound() throws IOException {
        Files.writeString(pack.resolve("statement.csv"), "1800.00\n");
        Files.writeString(pack.resolve("receipt.txt"), "paid");
        Files.delete(pack.resolve("seal/inclusion.ndjson"));
        assertThat(verify()).contains("CHANGED: statement.csv is not what", "ADDED: receipt.txt is in the pack",
                "REMOVED: seal/inclusion.ndjson is in the manifest", "NOT PROVED: 3 finding(s)");
    }

    @Test
    void factsThatReadOtherwiseThanTheyAreStoredAreFound() throws IOException {
        Files.write(pack.resolve("events.ndjson"), List.of(readable(1, "{\"amount\":\"1800.00\"}"),
                readable(2, "{\"amount\":\"-300.00\"}")));
        manifest();
        assertThat(verify()).contains("CHANGED: the event at position 1 reads otherwise");
        Files.write(pack.resolve("events.ndjson"), List.of(readable(1,
                "{\"amount\":\"1300.00\",\"lines\":[],\"final\":true}")));
        manifest();
        assertThat(verify()).contains("REMOVED: events.ndjson lacks the event at position 2");
    }

    @Test
    void aStoredEventThatIsNotInTheTreeIsFound() throws IOException {
        Files.write(pack.resolve("seal/events.ndjson"), List.of(SealedStore.line(1,
                "{\"amount\":\"1300.00\",\"lines\":[],\"final\":true,\"more\":1}"), store.lines.getLast()));
        Files.write(pack.resolve("events.ndjson"), List.of(readable(1,
                "{\"amount\":\"1300.00\",\"lines\":[],\"final\":true,\"more\":1}"),
                readable(2, "{\"amount\":\"-300.00\"}")));
        manifest();
        assertThat(verify()).contains("NOT_PROVED: the path does not lead from the event at position 1");
    }

    @Test
    void aPackWithoutManifestOrOfAnotherFormatIsNone() throws IOException {
        var manifest = Files.readString(pack.resolve("manifest.json"));
        Files.writeString(pack.resolve("manifest.json"), manifest.replace("pack 1", "pack 2"));
        assertThat(verify()).contains("UNREADABLE: a pack of another format");
        Files.delete(pack.resolve("manifest.json"));
        assertThat(verify()).contains("UNREADABLE: the pack has no manifest.json");
        var noZip = Files.writeString(folder.resolve("pack.zip"), "no zip");
        assertThat(run("pack", "--pack", noZip.toString(), "--key", key.toString())).contains("UNREADABLE");
        assertThat(run("pack", "--key", key.toString())).contains("--pack is missing");
    }

    @Test
    void aCopyOfTheCheckpointsHasToAgree() throws IOException {
        var copy = Files.createDirectory(folder.resolve("copy"));
        SealedStore.write(copy, "checkpoint-%015d.json", 2,
                SealedStore.checkpoint(2, 2, "00".repeat(32), store.key()));
        assertThat(run("pack", "--pack", pack.toString(), "--key", key.toString(), "--checkpoints", copy.toString()))
                .contains("SPLIT_VIEW");
    }

    private String proof(int leaf, int other) {
        return """
                {"position":%d,"leaf":%d,"hash":"%s","path":["%s"],"checkpoint":%s}""".formatted(leaf + 1, leaf, hash(leaf),
                hash(other), SealedStore.checkpoint(2, 2, store.head(), store.key()));
    }

    private String hash(int leaf) {
        return Hashes.hex(ExportedEvent.of(Json.read(store.lines.get(leaf))).hash());
    }

    private static String readable(long position, String data) {
        return """
                {"event":{"position":%d,"type":"InvoiceIssued","revision":"1","who":null,"data":%s},"before":{},"after":{}}"""
                .formatted(position, data);
    }

    private void manifest() throws IOException {
        Files.deleteIfExists(pack.resolve("manifest.json"));
        try (var files = Files.walk(pack)) {
            var listed = files.filter(Files::isRegularFile).map(this::listed).collect(Collectors.joining(","));
            Files.writeString(pack.resolve("manifest.json"), """
                    {"format":"receivables account pack 1","accountId":"C1","asAt":"2026-03-31","seal":{"events":2},"files":[%s]}"""
                    .formatted(listed));
        }
    }

    private String listed(Path file) {
        try {
            return "{\"name\":\"%s\",\"sha256\":\"%s\"}".formatted(pack.relativize(file).toString().replace('\\', '/'),
                    Hashes.hex(Hashes.of(Files.readAllBytes(file))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String verify() {
        return run("pack", "--pack", pack.toString(), "--key", key.toString());
    }

    private static String run(String... arguments) {
        var text = new ByteArrayOutputStream();
        Verifier.run(new PrintStream(text, true, UTF_8), arguments);
        return text.toString(UTF_8);
    }
}
