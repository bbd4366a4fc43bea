package io.receivables.verifier;

import java.util.ArrayDeque;
import java.util.Deque;

/** A tree that events are added to one by one. It keeps the heads of its complete parts and nothing else. */
final class GrowingTree {

    private record Part(long leaves, byte[] head) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private long count;

    void add(byte[] leafHash) {
        var part = new Part(1, leafHash);
        while (!parts.isEmpty() && parts.peek().leaves() == part.leaves()) {
            part = new Part(2 * part.leaves(), Hashes.node(parts.pop().head(), part.head()));
        }
        parts.push(part);
        count++;
    }

    long count() {
        return count;
    }

    byte[] head() {
        if (parts.isEmpty()) {
            return Hashes.of();
        }
        // The smallest part is the first, and the rightmost.
        var rest = parts.iterator();
        var head = rest.next().head();
        while (rest.hasNext()) {
            head = Hashes.node(rest.next().head(), head);
        }
        return head;
    }
}
