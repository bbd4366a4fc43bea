package io.receivables.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pack of two events, which are all that the tree has: the path of each is the hash of the other. */
class PackTest {

    @TempDir
    private Path folder = Path.of("");

    private static final String FIRST = "{\"amount\":\"1300.00\",\"lines\":[],\"final\":true}";

    private SealedStore store = new SealedStore(1);
    private Path pack = Path.of("");
    private Path key = Path.of("");

    @BeforeEach
    void aPack() throws IOException {
        aPackWith("InvoiceIssued", "{\"amount\":\"-300.00\"}");
    }

    /** The first fact is that of an invoice. */
    private void aPackWith(String type, String data) throws IOException {
        store = new SealedStore(1);
        pack = Files.createDirectory(folder.resolve(type));
        key = Files.writeString(folder.resolve("key.txt"), store.publicKey());
        var seal = Files.createDirectory(pack.resolve("seal"));
        store.key(seal, store.key());
        store.event(FIRST);
        store.event(type, data);
        store.checkpoint(seal);
        Files.write(seal.resolve("events.ndjson"), store.lines);
        Files.write(seal.resolve("inclusion.ndjson"), List.of(proof(0, 1), proof(1, 0)));
        Files.write(pack.resolve("events.ndjson"), List.of(readable(1, FIRST),
                readable(2, data.replace(":", " : ")).replace("InvoiceIssued", type)));
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
    void anEventAfterTheLastSignedTreeIsProvedInPart() throws IOException {
        store.event("{\"amount\":\"5.00\"}");
        Files.write(pack.resolve("seal/events.ndjson"), store.lines);
        Files.writeString(pack.resolve("events.ndjson"), readable(3, "{\"amount\":\"5.00\"}") + "\n",
                StandardOpenOption.APPEND);
        manifest(3, 2);
        assertThat(verify()).contains("3 events, 2 of them in the signed tree", "1 event(s) are in no signed tree")
                .endsWith("PROVED IN PART\n");
        assertThat(code()).isEqualTo(Verifier.IN_PART);
    }

    @Test
    void anEventWithoutAPathThatASignedTreeCoversIsFound() throws IOException {
        var forged = "{\"amount\":\"-900.00\"}";
        Files.write(pack.resolve("seal/events.ndjson"), List.of(store.lines.getFirst(), SealedStore.line(2, forged)));
        Files.write(pack.resolve("events.ndjson"), List.of(
                readable(1, "{\"amount\":\"1300.00\",\"lines\":[],\"final\":true}"), readable(2, forged)));
        Files.write(pack.resolve("seal/inclusion.ndjson"), List.of(proof(0, 1)));
        manifest(2, 1);
        assertThat(verify()).contains("NOT_PROVED: the event at position 2 has no path",
                "NOT PROVED: 1 finding(s)");
        assertThat(code()).isEqualTo(Verifier.FINDINGS);
    }

    @Test
    void asManyEventsAreProvedAsTheManifestNames() throws IOException {
        manifest(2, 1);
        assertThat(verify()).contains("INCOMPLETE_EXPORT: the manifest names 1 events as sealed, the pack has 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"revision | \"revision\":\"1\" | \"revision\":\"2\"",
            "recordedAt | 03:04:05.000001Z | 03:04:05.000000Z", "recordedAt | 2026-01-02T | 2026-01-03T",
            "stream | \"sequence\":1 | \"sequence\":2", "stream | \"id\":\"I0\" | \"id\":\"I9\"",
            "stream | \"Invoice\" | \"Payment\"", "accountId | \"accountId\":null | \"accountId\":\"C9\"",
            "who | \"who\":null | \"who\":\"somebody\"", "why | \"why\":null | \"why\":\"fraud\"",
            "correlationId | \"correlationId\":null | \"correlationId\":\"x\"",
            "accountingDate | \"who\":null | \"who\":null,\"accountingDate\":\"2026-02-01\"",
            "data | 1300.00 | 1800.00"})
    void eachFieldOfAFactIsThatOfTheStoredOne(String field, String what, String by) throws IOException {
        var lines = Files.readAllLines(pack.resolve("events.ndjson"));
        assertThat(lines.getFirst()).contains(what);
        Files.write(pack.resolve("events.ndjson"), List.of(lines.getFirst().replace(what, by), lines.getLast()));
        manifest();
        assertThat(verify()).contains("CHANGED: the event at position 1 reads otherwise in events.ndjson than it is"
                + " stored: " + field + "\n");
    }

    /** Whoever writes another letter can write its hash into the manifest as well, and not into the fact. */
    @Test
    void aLetterIsTheOneWhoseHashIsInItsFact() throws IOException {
        var letter = letter("please pay");
        assertThat(verify()).endsWith("PROVED\n");
        Files.writeString(letter, "never mind");
        manifest();
        assertThat(verify()).contains("CHANGED: letters/L1.html is not the letter whose hash is in its fact");
        Files.delete(letter);
        manifest();
        assertThat(verify()).contains("REMOVED: letters/L1.html is neither in the pack nor said to be erased");
        Files.writeString(pack.resolve("manifest.json"), Files.readString(pack.resolve("manifest.json"))
                .replace("\"files\"", "\"erasedLetters\":[\"L1\"],\"files\""));
        assertThat(verify()).endsWith("PROVED\n");
        Files.writeString(pack.resolve("letters/L2.html"), "pay more");
        manifest();
        assertThat(verify()).contains("ADDED: letters/L2.html is a letter of which no fact tells");
    }

    private Path letter(String text) throws IOException {
        aPackWith("DunningLetterIssued", "{\"letterId\":\"L1\",\"contentHash\":\"%s\"}"
                .formatted(Hashes.hex(Hashes.of(text.getBytes(UTF_8)))));
        var file = Files.writeString(Files.createDirectory(pack.resolve("letters")).resolve("L1.html"), text);
        manifest();
        return file;
    }

    @Test
    void aFileThatIsNotAsItWasIsFound() throws IOException {
        Files.writeString(pack.resolve("statement.csv"), "1800.00\n");
        Files.writeString(pack.resolve("receipt.txt"), "paid");
        Files.delete(pack.resolve("seal/inclusion.ndjson"));
        assertThat(verify()).contains("CHANGED: statement.csv is not what", "ADDED: receipt.txt is in the pack",
                "REMOVED: seal/inclusion.ndjson is in the manifest", "NOT_PROVED: the event at position 1 has no path");
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
                {"position":%d,"leaf":%d,"hash":"%s","path":["%s"],"checkpoint":%s}""".formatted(leaf + 1, leaf,
                hash(leaf),
                hash(other), SealedStore.checkpoint(2, 2, store.head(), store.key()));
    }

    private String hash(int leaf) {
        return Hashes.hex(ExportedEvent.of(Json.read(store.lines.get(leaf))).hash());
    }

    /** Told a little later than stored: another node's clock was ahead. */
    private static String readable(long position, String data) {
        return """
                {"event":{"position":%d,"recordedAt":"2026-01-02T03:04:05.%06dZ","type":"InvoiceIssued","revision":"1",\
                "stream":{"type":"Invoice","id":"I%d","sequence":%d},"accountId":null,"who":null,"why":null,"commandId":null,\
                "correlationId":null,"data":%s},"before":{},"after":{}}"""
                .formatted(position, position * position, position / 2, position % 2, data);
    }

    private void manifest() throws IOException {
        manifest(2, 2);
    }

    private void manifest(int events, int sealed) throws IOException {
        Files.deleteIfExists(pack.resolve("manifest.json"));
        try (var files = Files.walk(pack)) {
            var listed = files.filter(Files::isRegularFile).map(this::listed).collect(Collectors.joining(","));
            Files.writeString(pack.resolve("manifest.json"),
                    """
                            {"format":"receivables account pack 1","accountId":"C1","asAt":"2026-03-31",\
                            "seal":{"events":%d,"sealed":%d},"files":[%s]}"""
                            .formatted(events, sealed, listed));
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

    private int code() {
        return Verifier.run(new PrintStream(OutputStream.nullOutputStream()), "pack", "--pack", pack.toString(),
                "--key",
                key.toString());
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
