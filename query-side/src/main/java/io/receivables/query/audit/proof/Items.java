package io.receivables.query.audit.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every instalment, charge, payment and credit note of the history: the most that the second reading has to remember, so it is
 * kept in arrays, 44 bytes a place. An item is known by 128 bits of a hash with secret multipliers instead of its name.
 */
final class Items {

    private static final double FULL = 0.8;
    /** Document date, due date, class, paid date, legal entity. */
    private static final int WORDS = 5;

    private final long seed = new SplittableRandom().nextLong() | 1;
    private final long otherSeed = new SplittableRandom().nextLong() | 1;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<@Nullable String> words = new ArrayList<>(Arrays.asList((String) null));

    private int size;
    private long[] keys;
    private long[] positions;
    private int[] columns;

    Items() {
        this(1 << 10);
    }

    private Items(int capacity) {
        keys = new long[2 * capacity];
        positions = new long[capacity];
        columns = new int[WORDS * capacity];
    }

    /** The one that is there already stays. */
    void add(String type, String id, String instalment, long position, String entity, @Nullable String documentDate,
            @Nullable String dueDate, @Nullable String receivableClass, @Nullable String paidDate) {
        if (size >= FULL * positions.length) {
            grow();
        }
        long key = hash(seed, type, id, instalment);
        long other = hash(otherSeed, type, id, instalment);
        int slot = slot(key, other);
        if (positions[slot] != 0) {
            return;
        }
        size++;
        keys[2 * slot] = key;
        keys[2 * slot + 1] = other;
        positions[slot] = position;
        columns[WORDS * slot] = number(documentDate);
        columns[WORDS * slot + 1] = number(dueDate);
        columns[WORDS * slot + 2] = number(receivableClass);
        columns[WORDS * slot + 3] = number(paidDate);
        columns[WORDS * slot + 4] = number(entity);
    }

    /** Where an item is kept, until another one is added; -1 if there is none. */
    int find(String type, String id, String instalment) {
        int slot = slot(hash(seed, type, id, instalment), hash(otherSeed, type, id, instalment));
        return positions[slot] == 0 ? -1 : slot;
    }

    @Nullable
    String documentDate(int slot) {
        return word(slot, 0);
    }

    @Nullable
    String dueDate(int slot) {
        return word(slot, 1);
    }

    @Nullable
    String receivableClass(int slot) {
        return word(slot, 2);
    }

    @Nullable
    String paidDate(int slot) {
        return word(slot, 3);
    }

    String entity(int slot) {
        return String.valueOf(word(slot, 4));
    }

    /** Of the fact that it began with. */
    long position(int slot) {
        return positions[slot];
    }

    /** Those that are not among these, but for their names. */
    int[] without(BitSet seen) {
        return IntStream.range(0, positions.length)
                .filter(slot -> positions[slot] != 0 && !seen.get(slot))
                .toArray();
    }

    private @Nullable String word(int slot, int column) {
        return slot < 0 ? null : words.get(columns[WORDS * slot + column]);
    }

    private int number(@Nullable String word) {
        if (word == null) {
            return 0;
        }
        var known = numbers.get(word);
        if (known == null) {
            known = words.size();
            words.add(word);
            numbers.put(word, known);
        }
        return known;
    }

    /** Of the key, or the empty one where it would be. */
    private int slot(long key, long other) {
        int mask = positions.length - 1;
        int slot = (int) key & mask;
        while (positions[slot] != 0 && (keys[2 * slot] != key || keys[2 * slot + 1] != other)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldPositions = positions;
        var oldColumns = columns;
        int capacity = Math.multiplyExact(2, oldPositions.length);
        keys = new long[2 * capacity];
        positions = new long[capacity];
        columns = new int[WORDS * capacity];
        for (int old = 0; old < oldPositions.length; old++) {
            if (oldPositions[old] != 0) {
                int slot = slot(oldKeys[2 * old], oldKeys[2 * old + 1]);
                keys[2 * slot] = oldKeys[2 * old];
                keys[2 * slot + 1] = oldKeys[2 * old + 1];
                positions[slot] = oldPositions[old];
                System.arraycopy(oldColumns, WORDS * old, columns, WORDS * slot, WORDS);
            }
        }
    }

    private static long hash(long seed, String type, String id, String instalment) {
        return mixed(mixed(mixed(seed, seed, type), seed, id), seed, instalment);
    }

    private static long mixed(long start, long seed, String text) {
        long hash = start ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * seed;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
