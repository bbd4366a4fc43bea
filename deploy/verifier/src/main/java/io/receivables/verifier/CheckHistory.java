package io.receivables.verifier;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads an export from its first event to its last and holds it against every checkpoint on the way. */
final class CheckHistory {

    private static final int BUFFER = 1 << 16;

    private final Archive archive;
    private final Consumer<Finding> findings;
    private final GrowingTree tree = new GrowingTree();
    private long lastPosition;
    private int nextCheckpoint;
    /** Once the tree has left what was signed it never comes back to it: only the first difference says where. */
    private boolean differs;

    CheckHistory(Archive archive, Consumer<Finding> findings) {
        this.archive = archive;
        this.findings = findings;
    }

    /**
     * What was read.
     *
     * @param covered of the events, those that a checkpoint covers
     */
    record Result(long events, long covered, long lastPosition) {}

    /** @param export lines of JSON, which may be compressed by gzip */
    Result check(Path export) throws IOException {
        boolean ended = false;
        try (var lines = open(export)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (ended) {
                    throw new Unreadable("something follows the last line of the export");
                }
                var json = Json.read(line);
                if (json.has("events")) {
                    end(json);
                    ended = true;
                } else {
                    add(ExportedEvent.of(json));
                }
            }
        } catch (Unreadable broken) {
            findings.accept(new Finding(Finding.Kind.UNREADABLE,
                    "line " + (tree.count() + 1) + " of the export: " + broken.getMessage()));
            return result();
        }
        if (!ended) {
            findings.accept(new Finding(Finding.Kind.INCOMPLETE_EXPORT,
                    "the export ends after " + tree.count() + " events without saying that it is whole"));
        }
        for (; nextCheckpoint < archive.checkpoints().size() && !differs; nextCheckpoint++) {
            var checkpoint = archive.checkpoints().get(nextCheckpoint);
            differs = true;
            findings.accept(new Finding(Finding.Kind.REMOVED,
                    "the export has " + tree.count() + " events, " + checkpoint + " covers more"));
        }
        return result();
    }

    private Result result() {
        var last = nextCheckpoint == 0 || differs ? null : archive.checkpoints().get(nextCheckpoint - 1);
        return new Result(tree.count(), last == null ? 0 : last.count(), lastPosition);
    }

    private void add(ExportedEvent event) {
        if (event.position() <= lastPosition) {
            findings.accept(new Finding(Finding.Kind.REORDERED,
                    "position " + event.position() + " follows " + lastPosition));
        }
        tree.add(event.hash());
        lastPosition = event.position();
        if (nextCheckpoint < archive.checkpoints().size()
                && archive.checkpoints().get(nextCheckpoint).count() == tree.count()) {
            compare(archive.checkpoints().get(nextCheckpoint++));
        }
    }

    private void compare(Checkpoint checkpoint) {
        if (differs || Hashes.hex(tree.head()).equals(checkpoint.root())
                && lastPosition == checkpoint.position()) {
            return;
        }
        differs = true;
        long good = nextCheckpoint < 2 ? 0 : archive.checkpoints().get(nextCheckpoint - 2).position();
        var where = "between positions " + good + " and " + checkpoint.position() + ": " + checkpoint;
        if (lastPosition > checkpoint.position()) {
            findings.accept(new Finding(Finding.Kind.REMOVED, where + " ends there, the export counts as many only at "
                    + lastPosition));
        } else if (lastPosition < checkpoint.position()) {
            findings.accept(new Finding(Finding.Kind.ADDED, where + " ends there, the export counts as many already at "
                    + lastPosition));
        } else {
            findings.accept(new Finding(Finding.Kind.CHANGED, where + " has head " + checkpoint.root()
                    + ", the export " + Hashes.hex(tree.head())));
        }
    }

    private void end(Json line) {
        if (line.number("events") != tree.count() || line.number("lastPosition") != lastPosition) {
            findings.accept(new Finding(Finding.Kind.INCOMPLETE_EXPORT,
                    "the export says that it holds " + line.number("events") + " events up to position "
                            + line.number("lastPosition") + ", it holds " + tree.count() + " up to " + lastPosition));
        }
        if (!line.text("origin").equals(archive.origin())) {
            findings.accept(new Finding(Finding.Kind.OTHER_STORE,
                    "the export is of " + line.text("origin") + ", the checkpoints of " + archive.origin()));
        }
    }

    private static BufferedReader open(Path export) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(export), BUFFER);
        in.mark(2);
        boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        InputStream plain = compressed ? new GZIPInputStream(in, BUFFER) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)), BUFFER);
    }
}
