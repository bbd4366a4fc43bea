package io.receivables.verifier;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** Holds a single proof against the head of a checkpoint, without the rest of the history. */
final class CheckProof {

    private final Archive archive;
    private final Consumer<Finding> findings;

    CheckProof(Archive archive, Consumer<Finding> findings) {
        this.archive = archive;
        this.findings = findings;
    }

    /** @param event its line of an export */
    void inclusion(Json proof, Json event) {
        var checkpoint = Checkpoint.of(proof.object("checkpoint"));
        var exported = ExportedEvent.of(event);
        var head = Hashes.headOf(exported.hash(), proof.number("leaf"), checkpoint.count(), path(proof));
        if (archive.isGenuine(checkpoint) && !Hashes.hex(head).equals(checkpoint.root())) {
            findings.accept(new Finding(Finding.Kind.NOT_PROVED,
                    "the path does not lead from the event at position " + exported.position() + " to the head of "
                            + checkpoint));
        }
    }

    void consistency(Json proof) {
        var first = Checkpoint.of(proof.object("first"));
        var second = Checkpoint.of(proof.object("second"));
        boolean genuine = archive.isGenuine(first) & archive.isGenuine(second);
        if (genuine && !Hashes.isConsistent(first.count(), hash(first.root()), second.count(), hash(second.root()),
                path(proof))) {
            findings.accept(new Finding(Finding.Kind.NOT_PROVED,
                    second + " does not begin with what is in " + first));
        }
    }

    private static List<byte[]> path(Json proof) {
        return proof.texts("path").stream().map(CheckProof::hash).toList();
    }

    private static byte[] hash(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException broken) {
            throw new Unreadable("no hash: " + hex);
        }
    }
}
