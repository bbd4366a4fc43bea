package io.receivables.query.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class SealingTest {

    @TempDir
    Path folder;

    @Autowired
    private ReceivablesEventStorageEngine store;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    @Qualifier("eventTransactionManager")
    private PlatformTransactionManager transactions;
    @Autowired
    private JsonMapper json;
    @Autowired
    private SealRows rows;
    @Autowired
    private ReadProofs proofs;
    @Autowired
    private Stories stories;
    @Autowired
    private MockMvc http;

    private Story story;
    private SigningKey key;

    @BeforeEach
    void nothingIsSealed() throws IOException {
        jdbc.sql("truncate seal.tile, seal.checkpoint, seal.signing_key").update();
        story = stories.begin().account("C1");
        key = key("key.pem");
    }

    @Test
    void theHeadIsThatOfAllStoredEventsInTheirOrder() throws IOException {
        sealing().seal();
        manyEvents(600);
        sealing().seal();

        var leaves = leaves();
        var checkpoint = rows.latest().orElseThrow();
        assertThat(checkpoint.count()).isEqualTo(leaves.size()).isGreaterThan(Tiles.WIDTH);
        assertThat(checkpoint.position()).isEqualTo(story.stored());
        assertThat(checkpoint.root()).isEqualTo(hex(head(leaves)));
        assertThat(checkpoint.keyId()).isEqualTo(key.id());
        assertThat(json.readValue(Files.readString(checkpointFile(checkpoint.count())), Checkpoint.class))
                .isEqualTo(checkpoint);
        assertThat(json.readValue(Files.readString(folder.resolve("key-%015d.json".formatted(first().count()))),
                KeyStatement.class)).isEqualTo(rows.keys().getFirst());
    }

    @Test
    void nothingNewIsNotSignedAgain() throws IOException {
        sealing().seal();
        sealing().seal();
        assertThat(rows.after(0, 10)).hasSize(1);
    }

    @Test
    void everyEventHasAPathToTheHeadAndEveryHeadToItsSuccessors() throws IOException {
        sealing().seal();
        manyEvents(300);
        sealing().seal();
        manyEvents(7);
        sealing().seal();

        var leaves = leaves();
        var heads = rows.after(0, 10);
        for (int leaf = 0; leaf < leaves.size(); leaf += 13) {
            long position = positions().get(leaf);
            var proof = proofs.inclusion(position, heads.getLast().count());
            assertThat(proof.leaf()).isEqualTo(leaf);
            assertThat(proof.hash()).isEqualTo(hex(leaves.get(leaf)));
            assertThat(proof.path()).isEqualTo(path(leaves, leaf).stream().map(SealingTest::hex).toList());
        }
        for (var first : heads) {
            for (var second : heads) {
                if (first.count() < second.count()) {
                    assertThat(proofs.consistency(first.count(), second.count()).path())
                            .isEqualTo(
                                    proof((int) first.count(), leaves.subList(0, (int) second.count()), true).stream()
                                            .map(SealingTest::hex)
                                            .toList());
                }
            }
        }
    }

    @Test
    void aTreeThatWasRewrittenIsNotSignedAgain() throws IOException {
        sealing().seal();
        jdbc.sql("update seal.tile set hashes = overlay(hashes placing '\\x00'::bytea from 1)")
                .update();
        manyEvents(1);

        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> sealing().seal())
                .withMessageContaining("the checkpoint outside says");
        assertThat(rows.after(0, 10)).as("signed").hasSize(1);
    }

    @Test
    void aTreeThatWasLostGrowsAgainFromTheEvents() throws IOException {
        sealing().seal();
        var before = first();
        jdbc.sql("truncate seal.tile").update();
        sealing().seal();
        assertThat(rows.after(0, 10)).containsExactly(before);

        Files.writeString(checkpointFile(before.count() + 1),
                json.writeValueAsString(Checkpoint.signed(before.origin(), before.count() + 1, before.position() + 1,
                        before.root(), before.at(), key)));
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> sealing().seal())
                .withMessage("there are %d events, the last checkpoint outside covers %d".formatted(before.count(),
                        before.count() + 1));
    }

    @Test
    void aFolderOfAnotherStoreIsNotWrittenTo() throws IOException {
        sealing().seal();
        var file = checkpointFile(first().count());
        Files.writeString(file, Files.readString(file).replace(rows.origin(), "urn:uuid:other"));

        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> sealing().seal())
                .withMessageContaining("belongs to store urn:uuid:other");
    }

    @Test
    void aCheckpointThatCannotBeWrittenOutsideWaits() throws IOException {
        var blocked = folder.resolve("blocked");
        var inside = blocked.resolve("checkpoints");
        Files.writeString(blocked, "a file where the folder should be");
        var sealing = new Sealing(store, jdbc, transactions, new FolderArchive(inside, json), key, null,
                Clock.systemUTC());
        assertThatIOException().isThrownBy(sealing::seal);
        assertThat(rows.unpublishedCheckpoints()).hasSize(1);

        Files.delete(blocked);
        sealing.seal();
        assertThat(rows.unpublishedCheckpoints()).isEmpty();
        assertThat(new FolderArchive(inside, json).latest()).contains(first());
    }

    @Test
    void anotherCheckpointOutsideIsNeverReplaced() throws IOException {
        sealing().seal();
        var other = new Checkpoint(first().origin(), first().count(), first().position(), "00", first().at(),
                key.id(), "");
        assertThatIOException().isThrownBy(() -> new FolderArchive(folder, json).write(other))
                .withMessageContaining("there is another checkpoint");
    }

    @Test
    void aNewKeySignsOnceThePreviousOneHasVouchedForIt() throws IOException {
        sealing().seal();
        var next = key("next.pem");
        manyEvents(1);
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> sealing(next, null).seal())
                .withMessageStartingWith("nobody vouches for key " + next.id());
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> sealing(next, key("other.pem")).seal());

        sealing(next, key).seal();
        assertThat(rows.latest().orElseThrow().keyId()).isEqualTo(next.id());
        assertThat(rows.keys()).extracting(KeyStatement::endorsedBy).containsExactly(key.id(), key.id());

        manyEvents(1);
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> sealing().seal())
                .withMessage("key " + key.id() + " has been replaced by " + next.id() + " and signs no more");
    }

    @Test
    void aFileWithoutKeysIsRefused() throws IOException {
        var file = folder.resolve("no.pem");
        Files.writeString(file, "no key");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> SigningKey.read(file))
                .withMessage(file + " holds no Ed25519 key in PEM");
        var mixed = folder.resolve("mixed.pem");
        var privateOfOne = Files.readString(folder.resolve("keys").resolve("key.pem")).split("-----BEGIN PUBLIC")[0];
        key("other.pem");
        var publicOfOther = Files.readString(folder.resolve("keys").resolve("other.pem")).split("-----BEGIN PUBLIC")[1];
        Files.writeString(mixed, privateOfOne + "-----BEGIN PUBLIC" + publicOfOther);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> SigningKey.read(mixed))
                .withMessageContaining("do not belong together");
    }

    @Test
    void questionsAreRefusedByTheirCode() throws Exception {
        sealing().seal();
        long sealed = story.stored();
        manyEvents(1);

        refused("/v1/audit/inclusion?position=" + story.stored(), "EVENT_NOT_SEALED");
        refused("/v1/audit/inclusion?position=0", "EVENT_NOT_SEALED");
        refused("/v1/audit/inclusion?position=-1", "PARAMETER_INVALID");
        refused("/v1/audit/inclusion?position=" + sealed + "&count=999999999", "CHECKPOINT_NOT_FOUND");
        refused("/v1/audit/consistency?from=1&to=999999999", "CHECKPOINT_NOT_FOUND");
        sealing().seal();
        var heads = rows.after(0, 2);
        refused("/v1/audit/consistency?from=" + heads.get(1).count() + "&to=" + heads.get(0).count(),
                "PARAMETER_INVALID");
        Stories.actAsMemberOf("E1");
        refused("/v1/exports/events", "FORBIDDEN");
    }

    @Test
    void theExportHoldsEveryEventAndSaysHowMany() throws Exception {
        var lines = http.perform(get("/v1/exports/events"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .lines()
                .toList();

        assertThat(lines).hasSize(positions().size() + 1);
        var end = json.readTree(lines.getLast());
        assertThat(end.get("events").asLong()).isEqualTo(positions().size());
        assertThat(end.get("lastPosition").asLong()).isEqualTo(story.stored());
        assertThat(json.readTree(lines.getFirst()).get("position").asLong()).isEqualTo(positions().getFirst());
    }

    private void refused(String question, String code) throws Exception {
        http.perform(get(question)).andExpect(jsonPath("$.code").value(code));
    }

    private Sealing sealing() {
        return sealing(key, null);
    }

    private Sealing sealing(SigningKey by, @Nullable SigningKey previous) {
        return new Sealing(store, jdbc, transactions, new FolderArchive(folder, json), by, previous,
                Clock.systemUTC());
    }

    private SigningKey key(String name) throws IOException {
        var file = folder.resolve("keys").resolve(name);
        SigningKey.make(file);
        return SigningKey.read(file);
    }

    private Checkpoint first() {
        return rows.after(0, 1).getFirst();
    }

    private Path checkpointFile(long count) {
        return folder.resolve("checkpoint-%015d.json".formatted(count));
    }

    private void manyEvents(int count) {
        for (int i = 0; i < count; i++) {
            story.payment("S" + story.stored(), "C1", "1.00", "2026-02-10");
        }
        story.position();
    }

    private List<Long> positions() {
        return jdbc.sql("select global_index from eventstore.event order by 1")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private List<byte[]> leaves() {
        var leaves = new ArrayList<byte[]>();
        long last = 0;
        for (var page = store.readEntriesAfter(last, 1_000); !page.isEmpty(); page = store.readEntriesAfter(last,
                1_000)) {
            page.forEach(entry -> leaves.add(HashTree.leaf(entry)));
            last = page.getLast().position();
        }
        return leaves;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    // The definitions of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, word for word.

    private static byte[] head(List<byte[]> leaves) {
        int middle = split(leaves);
        return leaves.size() == 1
                ? leaves.getFirst()
                : HashTree.node(head(leaves.subList(0, middle)), head(leaves.subList(middle, leaves.size())));
    }

    private static List<byte[]> path(List<byte[]> leaves, int leaf) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int middle = split(leaves);
        var left = leaves.subList(0, middle);
        var right = leaves.subList(middle, leaves.size());
        var path = new ArrayList<>(leaf < middle ? path(left, leaf) : path(right, leaf - middle));
        path.add(head(leaf < middle ? right : left));
        return path;
    }

    private static List<byte[]> proof(int first, List<byte[]> leaves, boolean known) {
        if (first == leaves.size()) {
            return known ? List.of() : List.of(head(leaves));
        }
        int middle = split(leaves);
        var left = leaves.subList(0, middle);
        var right = leaves.subList(middle, leaves.size());
        var path = new ArrayList<>(first <= middle ? proof(first, left, known) : proof(first - middle, right, false));
        path.add(head(first <= middle ? right : left));
        return path;
    }

    private static int split(List<byte[]> leaves) {
        return Integer.highestOneBit(Math.max(1, leaves.size() - 1));
    }
}
