package io.receivables.query.seal;

import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds to the tree what the store has more, signs its head and brings it outside. Before a head is signed the last one
 * outside must still be a head of this tree: a rewritten tree is never signed.
 */
final class Sealing {

    private static final int PORTION = 5_000;

    private final ReceivablesEventStorageEngine store;
    private final JdbcClient jdbc;
    private final SealRows rows;
    private final TransactionTemplate transaction;
    private final CheckpointArchive archive;
    private final SigningKey key;
    private final @Nullable SigningKey previousKey;
    private final Clock clock;

    /** @param previousKey vouches for the key if the store does not know it yet */
    Sealing(ReceivablesEventStorageEngine store, JdbcClient jdbc, PlatformTransactionManager transactions,
            CheckpointArchive archive, SigningKey key, @Nullable SigningKey previousKey, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.rows = new SealRows(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.archive = archive;
        this.key = key;
        this.previousKey = previousKey;
        this.clock = clock;
    }

    /**
     * Seals everything that is there. Of several nodes one does it, the others find nothing to do.
     *
     * @throws BrokenSeal the tree is not the one whose head was brought outside, or the key may not sign
     * @throws IOException the checkpoint waits to be written outside
     */
    void seal() throws IOException {
        publish();
        while (Boolean.TRUE.equals(transaction.execute(_ -> rows.takeTurn() && grow()))) {
            // A tree that was lost grows again from the events.
        }
        requireUnbroken();
        transaction.executeWithoutResult(_ -> {
            if (rows.takeTurn()) {
                sign();
            }
        });
        publish();
    }

    /** Returns whether there may be more. */
    private boolean grow() {
        var tiles = new Tiles(jdbc);
        var entries = store.readEntriesAfter(tiles.lastPosition(), PORTION);
        tiles.append(entries.stream().map(SealedEvent::of).toList());
        return !entries.isEmpty();
    }

    private void sign() {
        var tiles = new Tiles(jdbc);
        long count = tiles.count();
        var last = rows.latest();
        if (count == 0 || last.isPresent() && last.get().count() == count) {
            return;
        }
        var origin = rows.origin();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        requireOwnKey(rows.keys(), origin, count, now);
        rows.add(Checkpoint.signed(origin, count, tiles.lastPosition(),
                HexFormat.of().formatHex(HashTree.root(tiles, count)), now, key));
    }

    private void requireOwnKey(List<KeyStatement> known, String origin, long count, Instant now) {
        var current = known.isEmpty() ? null : known.getLast();
        if (current == null) {
            rows.add(KeyStatement.of(origin, key, count, now, key));
        } else if (!current.keyId().equals(key.id())) {
            if (known.stream().anyMatch(it -> it.keyId().equals(key.id()))) {
                throw new BrokenSeal("key " + key.id() + " has been replaced by " + current.keyId()
                        + " and signs no more");
            }
            if (previousKey == null || !previousKey.id().equals(current.keyId())) {
                throw new BrokenSeal("nobody vouches for key " + key.id() + ": name the file of key "
                        + current.keyId() + " in receivables.seal.previous-key");
            }
            rows.add(KeyStatement.of(origin, key, count, now, previousKey));
        }
    }

    private void publish() throws IOException {
        for (var statement : rows.unpublishedKeys()) {
            archive.write(statement);
            rows.published(statement);
        }
        for (var checkpoint : rows.unpublishedCheckpoints()) {
            archive.write(checkpoint);
            rows.published(checkpoint);
        }
    }

    private void requireUnbroken() throws IOException {
        var outside = archive.latest().orElse(null);
        if (outside == null) {
            return;
        }
        var tiles = new Tiles(jdbc);
        if (!outside.origin().equals(rows.origin())) {
            throw new BrokenSeal("the folder of checkpoints belongs to store " + outside.origin() + ", this is "
                    + rows.origin());
        }
        if (tiles.count() < outside.count()) {
            throw new BrokenSeal("there are " + tiles.count() + " events, the last checkpoint outside covers "
                    + outside.count());
        }
        var root = HexFormat.of().formatHex(HashTree.root(tiles, outside.count()));
        if (!root.equals(outside.root())) {
            throw new BrokenSeal("the first " + outside.count() + " events have head " + root
                    + ", the checkpoint outside says " + outside.root());
        }
    }
}
