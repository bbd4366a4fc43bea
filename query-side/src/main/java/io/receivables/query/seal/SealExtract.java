package io.receivables.query.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.platform.eventstore.EventEntry;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some events as they are stored, with all that shows that each of them is in the signed tree: whoever has the public key
 * needs no more than these files.
 */
@Service
public class SealExtract {

    /** Hashes of so many proofs are kept at a time. */
    private static final int PORTION = 500;
    /** How long the newest of the events may wait to be sealed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ReceivablesEventStorageEngine store;
    private final SealRows rows;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SealSettings settings;

    SealExtract(ReceivablesEventStorageEngine store, SealRows rows, JdbcClient jdbc, JsonMapper json,
            SealSettings settings) {
        this.store = store;
        this.rows = rows;
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
    }

    /** Takes the files, by their names. */
    public interface Files {

        void add(String name, Content content) throws IOException;

        /** The bytes of a file. */
        interface Content {

            /** @return how many rows it has */
            long writeTo(OutputStream out) throws IOException;
        }
    }

    /**
     * What the files show.
     *
     * @param events that were written
     * @param sealed of them, those that are in the tree
     * @param count of all events in the tree; absent, like the rest, where nothing was sealed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(String origin, long events, long sealed, @Nullable Long count, @Nullable String root,
            @Nullable Instant at, @Nullable String keyId) {}

    /**
     * Writes {@code events.ndjson}, {@code inclusion.ndjson}, the checkpoint that the proofs lead to, and who ever signed. What is
     * in no checkpoint yet has no proof.
     *
     * @param positions rising
     */
    public Summary write(List<Long> positions, Files files) throws IOException {
        var checkpoint = positions.isEmpty() ? rows.latest().orElse(null) : checkpoint(positions.getLast());
        files.add("events.ndjson", out -> {
            for (long position : positions) {
                line(ExportEvents.Line.of(entry(position)), out);
            }
            return positions.size();
        });
        var proved = new long[1];
        files.add("inclusion.ndjson", out -> {
            proved[0] = checkpoint == null ? 0 : proofs(positions, checkpoint, out);
            return proved[0];
        });
        if (checkpoint == null) {
            return new Summary(rows.origin(), positions.size(), 0, null, null, null, null);
        }
        file(FolderArchive.nameOf(checkpoint), checkpoint, files);
        for (var key : rows.keys()) {
            file(FolderArchive.nameOf(key), key, files);
        }
        return new Summary(checkpoint.origin(), positions.size(), proved[0], checkpoint.count(), checkpoint.root(),
                checkpoint.at(), checkpoint.keyId());
    }

    private long proofs(List<Long> positions, Checkpoint checkpoint, OutputStream out) throws IOException {
        long written = 0;
        var tiles = new Tiles(jdbc);
        for (long position : positions) {
            if (position <= checkpoint.position()) {
                if (++written % PORTION == 0) {
                    tiles = new Tiles(jdbc);
                }
                line(proof(position, checkpoint, tiles), out);
            }
        }
        return written;
    }

    private Proof.Inclusion proof(long position, Checkpoint checkpoint, Tiles tiles) {
        var leaf = rows.leafOf(position);
        if (leaf == null || leaf >= checkpoint.count()) {
            throw new IllegalStateException("the tree of " + checkpoint.count() + " events lacks position " + position);
        }
        return new Proof.Inclusion(position, leaf, hex(tiles.hash(0, leaf)),
                HashTree.inclusion(tiles, leaf, checkpoint.count()).stream().map(SealExtract::hex).toList(),
                checkpoint);
    }

    /** Of the smallest tree that holds the event, else the last one there is. */
    private @Nullable Checkpoint checkpoint(long position) {
        boolean sealed = settings.folder() != null;
        long end = System.nanoTime() + PATIENCE.toNanos();
        var found = rows.firstWith(position);
        while (sealed && found.isEmpty() && System.nanoTime() < end) {
            pause();
            found = rows.firstWith(position);
        }
        return found.or(rows::latest).orElse(null);
    }

    private EventEntry entry(long position) {
        var found = store.readEntriesAfter(position - 1, 1);
        if (found.isEmpty() || found.getFirst().position() != position) {
            throw new IllegalStateException("the store has no event at position " + position + " any more");
        }
        return found.getFirst();
    }

    private void file(String name, Object content, Files files) throws IOException {
        files.add(name, out -> {
            out.write(json.writeValueAsBytes(content));
            return 1;
        });
    }

    private void line(Object content, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(content));
        out.write('\n');
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a checkpoint", stopping);
        }
    }
}
