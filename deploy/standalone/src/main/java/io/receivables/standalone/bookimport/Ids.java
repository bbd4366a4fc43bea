package io.receivables.standalone.bookimport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that are the same at every import of the same row. */
final class Ids {

    private static final int LONGEST = 64;
    private static final int MARK = 8;

    private Ids() {}

    /** The words themselves where they make an id; else what is left of them and a mark that tells them apart. */
    static String of(String words) {
        if (words.matches("[A-Za-z0-9._-]{1," + LONGEST + "}")) {
            return words;
        }
        var plain = words.replaceAll("[^A-Za-z0-9._-]", "_");
        var kept = plain.substring(0, Math.min(plain.length(), LONGEST - MARK - 1));
        return kept + "-" + hash(words).substring(0, MARK);
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
