package io.receivables.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

/** From which checkpoint on a key signs, and who vouches for it. */
record KeyStatement(String origin, String keyId, String publicKey, long count, String at, String endorsedBy,
        String signature) {

    static KeyStatement of(Json json) {
        return new KeyStatement(json.text("origin"), json.text("keyId"), json.text("publicKey"), json.number("count"),
                json.text("at"), json.text("endorsedBy"), json.text("signature"));
    }

    byte[] signedBytes() {
        return "receivables key 1\n%s\n%s\n%s\n%d\n%s\n%s\n"
                .formatted(origin, keyId, publicKey, count, at, endorsedBy)
                .getBytes(UTF_8);
    }
}
