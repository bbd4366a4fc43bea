package io.receivables.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes of a tree of events (RFC 9162, section 2.1), with SHA-256. */
final class Hashes {

    private static final byte[] NODE = {1};

    private Hashes() {}

    static byte[] of(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** Of a file, which is read to its end. */
    static byte[] of(InputStream file) throws IOException {
        try (var in = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    static byte[] node(byte[] left, byte[] right) {
        return of(NODE, left, right);
    }

    /** The head that a path leads to from a leaf (RFC 9162, section 2.1.3.2); empty when the path has the wrong length. */
    static byte[] headOf(byte[] leafHash, long leaf, long count, List<byte[]> path) {
        if (leaf < 0 || leaf >= count) {
            return new byte[0];
        }
        long number = leaf;
        long last = count - 1;
        var head = leafHash;
        for (var hash : path) {
            if (last == 0) {
                return new byte[0];
            }
            if ((number & 1) == 1 || number == last) {
                head = node(hash, head);
                while ((number & 1) == 0 && number != 0) {
                    number >>= 1;
                    last >>= 1;
                }
            } else {
                head = node(head, hash);
            }
            number >>= 1;
            last >>= 1;
        }
        return last == 0 ? head : new byte[0];
    }

    /** Whether a tree of {@code second} leaves begins with one of {@code first} (RFC 9162, section 2.1.4.2). */
    static boolean isConsistent(long first, byte[] firstHead, long second, byte[] secondHead, List<byte[]> path) {
        if (first <= 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && MessageDigest.isEqual(firstHead, secondHead);
        }
        var hashes = path.iterator();
        if (!hashes.hasNext()) {
            return false;
        }
        var start = Long.bitCount(first) == 1 ? firstHead : hashes.next();
        long number = first - 1;
        long last = second - 1;
        while ((number & 1) == 1) {
            number >>= 1;
            last >>= 1;
        }
        var firstOfPath = start;
        var secondOfPath = start;
        while (hashes.hasNext()) {
            var hash = hashes.next();
            if (last == 0) {
                return false;
            }
            if ((number & 1) == 1 || number == last) {
                firstOfPath = node(hash, firstOfPath);
                secondOfPath = node(hash, secondOfPath);
                while ((number & 1) == 0 && number != 0) {
                    number >>= 1;
                    last >>= 1;
                }
            } else {
                secondOfPath = node(secondOfPath, hash);
            }
            number >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(firstOfPath, firstHead)
                && MessageDigest.isEqual(secondOfPath, secondHead);
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
