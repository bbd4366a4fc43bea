package io.receivables.bench.book;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows with {@code copy … from stdin (format binary)}, on a connection of its own that it closes. */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0,
            0, 0, 0, 0};
    private static final int FLUSH_AT = 1 << 16;
    private static final long EPOCH_DAY_OF_POSTGRES = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND_OF_POSTGRES = EPOCH_DAY_OF_POSTGRES * 86_400;

    private final Connection connection;
    private final CopyIn copy;
    private final int columns;
    private ByteBuffer buffer = ByteBuffer.allocate(FLUSH_AT * 2);

    /** @param table with its columns, such as {@code command.document_number (legal_entity, kind)} */
    BinaryCopy(Connection connection, String table, int columns) throws SQLException {
        this.connection = connection;
        this.columns = columns;
        this.copy = connection.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        buffer.put(SIGNATURE);
    }

    /** Begins a row; as many values as there are columns follow. */
    BinaryCopy row() throws SQLException {
        if (buffer.position() >= FLUSH_AT) {
            flush();
        }
        room(2).putShort((short) columns);
        return this;
    }

    BinaryCopy bigint(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    BinaryCopy integer(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    BinaryCopy text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy bytes(byte @Nullable [] value) {
        if (value == null) {
            room(4).putInt(-1);
        } else {
            room(4 + value.length).putInt(value.length).put(value);
        }
        return this;
    }

    /** A {@code jsonb}: a version byte before the text. */
    BinaryCopy json(String value) {
        var text = value.getBytes(StandardCharsets.UTF_8);
        room(5 + text.length).putInt(text.length + 1).put((byte) 1).put(text);
        return this;
    }

    BinaryCopy date(@Nullable LocalDate value) {
        if (value == null) {
            room(4).putInt(-1);
        } else {
            integer((int) (value.toEpochDay() - EPOCH_DAY_OF_POSTGRES));
        }
        return this;
    }

    BinaryCopy instant(Instant value) {
        return bigint((value.getEpochSecond() - EPOCH_SECOND_OF_POSTGRES) * 1_000_000 + value.getNano() / 1_000);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            var larger = ByteBuffer.allocate((buffer.position() + bytes) * 2);
            buffer.flip();
            buffer = larger.put(buffer);
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    void end() throws SQLException {
        room(2).putShort((short) -1);
        flush();
        copy.endCopy();
    }

    /** Gives up what was not ended. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
