package io.receivables.query.seal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The hashes of the tree, {@value #WIDTH} in a row: few rows to write, few to read for a proof. Knows only what it has
 * read; a new one is made for every question.
 */
final class Tiles implements HashTree.Subtrees {

    static final int WIDTH = 256;
    private static final int LEVELS = Integer.numberOfTrailingZeros(WIDTH);

    private record Place(int level, long number) {}

    private record Positions(long first, long last) {

        Positions and(Positions later) {
            return new Positions(first, later.last);
        }
    }

    private final JdbcClient jdbc;
    private final Map<Place, byte[]> read = new HashMap<>();
    private final Map<Place, byte[]> changed = new HashMap<>();
    /** Of the events that were added to a tile of level 0, by its number. */
    private final Map<Long, Positions> positions = new HashMap<>();

    Tiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lastNumber of the last tile of events; -1 of an empty tree */
    private record Edge(long lastNumber, int lastSize) {

        long count() {
            return lastNumber < 0 ? 0 : lastNumber * WIDTH + lastSize;
        }
    }

    /** How many leaves the tree has. */
    long count() {
        return jdbc
                .sql("select number, length(hashes) / 32 from seal.tile where level = 0 order by number desc limit 1")
                .query((row, _) -> new Edge(row.getLong(1), row.getInt(2)))
                .optional()
                .orElse(new Edge(-1, 0))
                .count();
    }

    @Override
    public byte[] hash(int level, long number) {
        int tileLevel = level / LEVELS;
        int leaves = 1 << level % LEVELS;
        long first = number * leaves;
        var tile = tile(tileLevel, first / WIDTH);
        int offset = (int) (first % WIDTH) * HashTree.HASH_BYTES;
        if (tile == null || tile.length < offset + leaves * HashTree.HASH_BYTES) {
            throw new IllegalStateException("the tree has no subtree " + number + " of level " + level);
        }
        return fold(tile, offset, leaves);
    }

    /** The position of the last leaf; 0 of an empty tree. */
    long lastPosition() {
        return jdbc.sql("select last_position from seal.tile where level = 0 order by number desc limit 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void append(List<SealedEvent> leaves) {
        long count = count();
        for (var leaf : leaves) {
            positions.merge(count / WIDTH, new Positions(leaf.position(), leaf.position()), Positions::and);
            add(0, count++, leaf.hash());
        }
        write();
    }

    private void add(int level, long index, byte[] hash) {
        var place = new Place(level, index / WIDTH);
        var before = index % WIDTH == 0 ? new byte[0] : tile(level, place.number());
        if (before == null || before.length != index % WIDTH * HashTree.HASH_BYTES) {
            throw new IllegalStateException("tile " + place + " does not end at leaf " + index);
        }
        var tile = Arrays.copyOf(before, before.length + HashTree.HASH_BYTES);
        System.arraycopy(hash, 0, tile, before.length, HashTree.HASH_BYTES);
        read.put(place, tile);
        changed.put(place, tile);
        if (tile.length == WIDTH * HashTree.HASH_BYTES) {
            add(level + 1, place.number(), fold(tile, 0, WIDTH));
        }
    }

    /** A tile that is there already keeps its first position. */
    private void write() {
        changed.forEach((place, hashes) -> {
            var added = place.level() == 0 ? Objects.requireNonNull(positions.get(place.number())) : null;
            jdbc.sql("""
                    insert into seal.tile (level, number, hashes, first_position, last_position) values (?, ?, ?, ?, ?)
                        on conflict (level, number) do update
                           set hashes = excluded.hashes, last_position = excluded.last_position""")
                    .params(Arrays.asList(place.level(), place.number(), hashes, added == null ? null : added.first(),
                            added == null ? null : added.last()))
                    .update();
        });
        changed.clear();
        positions.clear();
    }

    private byte @Nullable [] tile(int level, long number) {
        var place = new Place(level, number);
        var known = read.get(place);
        if (known == null) {
            known = jdbc.sql("select hashes from seal.tile where level = ? and number = ?")
                    .params(level, number)
                    .query((row, _) -> row.getBytes(1))
                    .optional()
                    .orElse(null);
            if (known != null) {
                read.put(place, known);
            }
        }
        return known;
    }

    private static byte[] fold(byte[] hashes, int offset, int leaves) {
        if (leaves == 1) {
            return Arrays.copyOfRange(hashes, offset, offset + HashTree.HASH_BYTES);
        }
        int half = leaves / 2;
        return HashTree.node(fold(hashes, offset, half), fold(hashes, offset + half * HashTree.HASH_BYTES, half));
    }
}
