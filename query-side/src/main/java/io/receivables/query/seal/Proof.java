package io.receivables.query.seal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** What the tree shows about an event, or about its own past. Hashes are hexadecimal digits. */
final class Proof {

    private Proof() {}

    /**
     * That an event is in the tree of a checkpoint (RFC 9162, section 2.1.3).
     *
     * @param leaf of the event, from 0
     * @param hash of the event
     * @param path from the bottom up
     */
    @JsonPropertyOrder({"position", "leaf", "hash", "path", "checkpoint"})
    record Inclusion(long position, long leaf, String hash, List<String> path, Checkpoint checkpoint) {}

    /** That the second tree begins with all of the first (RFC 9162, section 2.1.4). */
    @JsonPropertyOrder({"path", "first", "second"})
    record Consistency(List<String> path, Checkpoint first, Checkpoint second) {}
}
