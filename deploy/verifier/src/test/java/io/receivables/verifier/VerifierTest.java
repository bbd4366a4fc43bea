package io.receivables.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    @TempDir
    Path folder;

    private final SealedStore store = new SealedStore(1);
    private Path checkpoints = Path.of("");
    private Path export = Path.of("");
    private Path key = Path.of("");

    private record Answer(int code, String text) {}

    @BeforeEach
    void aStoreWithThreeCheckpoints() throws IOException {
        checkpoints = Files.createDirectory(folder.resolve("checkpoints"));
        export = folder.resolve("events.ndjson");
        key = folder.resolve("key.txt");
        Files.writeString(key, store.publicKey());
        store.key(checkpoints, store.key());
        for (int size : List.of(20, 13, 40)) {
            store.events(size);
            store.checkpoint(checkpoints);
        }
        SealedStore.export(export, store.lines);
    }

    @Test
    void anUntouchedHistoryIsProved() throws IOException {
        assertThat(history()).isEqualTo(new Answer(Verifier.PROVED, """
                73 events up to position %d were read; 73 of them agree with 3 checkpoint(s).
                PROVED
                """.formatted(store.position())));

        var compressed = folder.resolve("events.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(export, out);
        }
        Files.move(compressed, export, StandardCopyOption.REPLACE_EXISTING);
        assertThat(history().code()).isEqualTo(Verifier.PROVED);
    }

    @Test
    void eventsAfterTheLastCheckpointAreNamedAsNotCovered() throws IOException {
        store.events(5);
        SealedStore.export(export, store.lines);

        assertThat(history().text()).contains("5 event(s) at the end are covered by no checkpoint");
    }

    /** Each seed hurts the history in one way; every one of them has to be found. */
    @Test
    void twoHundredRandomCorruptionsAreAllFound() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<>(store.lines);
            var what = corrupt(lines, random);
            SealedStore.export(export, lines);

            assertThat(history().code()).as("seed %d: %s", seed, what).isEqualTo(Verifier.FINDINGS);
        }
    }

    private static String corrupt(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        return switch (random.nextInt(7)) {
            case 0 -> {
                lines.set(at, lines.get(at).replaceFirst("\"payload\":\"[^\"]*\"", "\"payload\":\"AAAA\""));
                yield "payload of line " + at;
            }
            case 1 -> {
                lines.remove(at);
                yield "line " + at + " removed";
            }
            case 2 -> {
                lines.add(at, SealedStore.line(Json.read(lines.get(at)).number("position"), "new"));
                yield "line added at " + at;
            }
            case 3 -> {
                Collections.swap(lines, at, (at + 1) % lines.size());
                yield "lines swapped at " + at;
            }
            case 4 -> {
                for (int i = at; i < lines.size(); i++) {
                    lines.set(i, SealedStore.line(Json.read(lines.get(i)).number("position"), "rewritten"));
                }
                yield "tail rewritten from " + at;
            }
            case 5 -> {
                var field = List.of("eventId", "streamId", "type", "revision").get(random.nextInt(4));
                lines.set(at, lines.get(at).replaceFirst("\"" + field + "\":\"", "\"" + field + "\":\"x"));
                yield field + " of line " + at;
            }
            default -> {
                lines.subList(at, lines.size()).clear();
                yield "cut off at " + at;
            }
        };
    }

    @Test
    void aRemovedEventIsCalledRemovedAndAnAddedOneAdded() throws IOException {
        var lines = new ArrayList<>(store.lines);
        lines.remove(25);
        SealedStore.export(export, lines);
        assertThat(history().text()).contains("REMOVED: between positions ").contains("the checkpoint of 33 events");

        lines = new ArrayList<>(store.lines);
        lines.set(25, SealedStore.line(Json.read(lines.get(25)).number("position"), "other"));
        SealedStore.export(export, lines);
        assertThat(history().text()).contains("CHANGED: between positions ").contains("the checkpoint of 33 events");
    }

    @Test
    void anExportThatDoesNotSayThatItIsWholeIsIncomplete() throws IOException {
        Files.write(export, store.lines);
        assertThat(history().text()).contains("INCOMPLETE_EXPORT: the export ends after 73 events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"position\":1}", "{\"position\":1,\"position\":1}", "{} {}", "\u00ff"})
    void aLineThatIsNoEventIsSaidToBeUnreadable(String line) throws IOException {
        Files.writeString(export, line + "\n");
        var answer = history();
        assertThat(answer.code()).isEqualTo(Verifier.FINDINGS);
        assertThat(answer.text()).contains("UNREADABLE: line 1 of the export");
    }

    @Test
    void aForgedSignatureIsFound() throws IOException {
        SealedStore.write(checkpoints, "checkpoint-%015d.json", store.count(),
                SealedStore.checkpoint(store.count(), store.position(), store.head(), SealedStore.newKey()));
        assertThat(history().text()).contains("FORGED_SIGNATURE");

        var file = checkpoints.resolve("checkpoint-000000000000020.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"count\":20", "\"count\":21"));
        assertThat(history().text()).contains("FORGED_SIGNATURE: key").contains("has not signed the checkpoint of 21");
    }

    @Test
    void aKeyThatWasNotHandedOverIsNotTrusted() throws IOException {
        var forger = new SealedStore(2);
        Files.writeString(key, forger.publicKey());
        assertThat(history().text()).contains("KEY_NOT_TRUSTED").contains("NOTHING_SIGNED");
    }

    @Test
    void twoHeadsOfOneSizeAreASplitView() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));
        SealedStore.write(other, "checkpoint-%015d.json", 33,
                SealedStore.checkpoint(33, store.position(), "00".repeat(32), store.key()));

        assertThat(run("history", "--export", export.toString(), "--checkpoints", checkpoints.toString(),
                "--checkpoints", other.toString(), "--key", key.toString()).text()).contains("SPLIT_VIEW: two heads");
    }

    @Test
    void aNewKeySignsOnceTheOldOneHasVouchedForItAndTheOldOneNoMore() throws IOException {
        var old = store.key();
        store.use(SealedStore.newKey());
        store.key(checkpoints, old);
        store.events(7);
        store.checkpoint(checkpoints);
        SealedStore.export(export, store.lines);
        assertThat(history().code()).isEqualTo(Verifier.PROVED);

        store.use(old);
        store.events(7);
        store.checkpoint(checkpoints);
        SealedStore.export(export, store.lines);
        assertThat(history().text()).contains("was not entitled to sign the checkpoint of 87 events");
    }

    @Test
    void aKeyThatVouchesForItselfIsNotEndorsed() throws IOException {
        store.use(SealedStore.newKey());
        store.key(checkpoints, store.key());
        assertThat(history().text()).contains("KEY_NOT_ENDORSED");
    }

    @Test
    void aWrongCallSaysHowItIsCalled() {
        assertThat(run().code()).isEqualTo(Verifier.USAGE);
        assertThat(run("history", "--export", "there-is-no-such-file").text()).contains("verifier history");
        assertThat(run("history", "--speed", "7").text()).startsWith("not understood: --speed");
        assertThat(run("guess", "--export", export.toString(), "--checkpoints", checkpoints.toString(), "--key",
                key.toString()).code()).isEqualTo(Verifier.USAGE);
    }

    private Answer history() {
        return run("history", "--export", export.toString(), "--checkpoints", checkpoints.toString(), "--key",
                key.toString());
    }

    private static Answer run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        int code = Verifier.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), arguments);
        return new Answer(code, bytes.toString(StandardCharsets.UTF_8));
    }
}
