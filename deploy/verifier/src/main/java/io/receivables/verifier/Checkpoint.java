package io.receivables.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A signed head of the tree, as it was found. */
record Checkpoint(String origin, long count, long position, String root, String at, String keyId, String signature) {

    static Checkpoint of(Json json) {
        return new Checkpoint(json.text("origin"), json.number("count"), json.number("position"), json.text("root"),
                json.text("at"), json.text("keyId"), json.text("signature"));
    }

    byte[] signedBytes() {
        return "receivables checkpoint 1\n%s\n%d\n%d\n%s\n%s\n%s\n".formatted(origin, count, position, root, at, keyId)
                .getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return "the checkpoint of " + count + " events, signed at " + at;
    }
}
