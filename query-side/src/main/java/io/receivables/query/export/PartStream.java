package io.receivables.query.export;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;

/** Stores a file part by part while it is written. Nobody sees the parts before the whole file is there. */
final class PartStream extends OutputStream {

    static final int PART_BYTES = 1_048_576;

    /** The node stops, or another has taken over: what was written is of no use. */
    static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final ExportStore store;
    private final ExportJob job;
    private final long room;
    private final BooleanSupplier goesOn;
    private final MessageDigest digest;
    private final byte[] part = new byte[PART_BYTES];
    private int filled;
    private int parts;
    private long bytes;

    /**
     * @param room how many bytes there may be
     * @param goesOn asked at each part
     */
    PartStream(ExportStore store, ExportJob job, long room, BooleanSupplier goesOn) {
        this.store = store;
        this.job = job;
        this.room = room;
        this.goesOn = goesOn;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    @Override
    public void write(int b) {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) {
        digest.update(content, offset, length);
        bytes += length;
        if (bytes > room) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE, "there is room for " + room
                    + " more bytes among the files that are kept, and the export has more");
        }
        int from = offset;
        int left = length;
        while (left > 0) {
            int taken = Math.min(left, part.length - filled);
            System.arraycopy(content, from, part, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
            if (filled == part.length) {
                storePart();
            }
        }
    }

    /** Of what was written. */
    long bytes() {
        return bytes;
    }

    /** Stores what is left and gives the hash of it all, in hexadecimal digits. */
    String end() {
        if (filled > 0) {
            storePart();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void storePart() {
        if (!goesOn.getAsBoolean()) {
            throw new BrokenOff();
        }
        store.addPart(job, parts++, Arrays.copyOf(part, filled));
        filled = 0;
    }
}
