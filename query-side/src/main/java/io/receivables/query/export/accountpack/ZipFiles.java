package io.receivables.query.export.accountpack;

import io.receivables.query.seal.SealExtract.Files;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A zip that is written file by file, and knows what it holds. */
final class ZipFiles implements Files {

    private final ZipOutputStream zip;
    private final List<Held> held = new ArrayList<>();

    ZipFiles(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /**
     * A file.
     *
     * @param rows of a list; null where it is none
     * @param sha256 in hexadecimal digits
     */
    record Held(String name, @Nullable Long rows, long bytes, String sha256) {}

    @Override
    public void add(String name, Content content) throws IOException {
        var digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        var out = new Counted(digest);
        long rows = content.writeTo(out);
        zip.closeEntry();
        held.add(new Held(name, rows < 0 ? null : rows, out.bytes, HexFormat.of().formatHex(digest.digest())));
    }

    /** A file that has no rows. */
    void addDocument(String name, Document content) throws IOException {
        add(name, out -> {
            content.writeTo(out);
            return -1;
        });
    }

    /** The bytes of a file. */
    interface Document {

        void writeTo(OutputStream out) throws IOException;
    }

    /** The files so far, in the order in which they were added. */
    List<Held> held() {
        return List.copyOf(held);
    }

    void finish() throws IOException {
        zip.finish();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** Of one file; who writes it may close it. */
    private final class Counted extends FilterOutputStream {

        private final MessageDigest digest;
        private long bytes;

        Counted(MessageDigest digest) {
            super(zip);
            this.digest = digest;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            zip.write(content, offset, length);
            digest.update(content, offset, length);
            bytes += length;
        }

        @Override
        public void close() {
            // The zip goes on.
        }
    }
}
