package io.receivables.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One connection of HTTP/1.1 that knows just enough to send a request and to read past its answer. */
final class LeanConnection {

    private static final int BUFFER = 1 << 14;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream answers;

    LeanConnection(int port) {
        this.port = port;
    }

    /** Sends in one packet and returns the status of the answer. A connection that the server closed is opened anew. */
    int exchange(byte[] head, byte[] body) throws IOException {
        var open = socket != null ? socket : open();
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        open.getOutputStream().write(request);
        return answer();
    }

    private Socket open() throws IOException {
        var opened = new Socket(InetAddress.getLoopbackAddress(), port);
        opened.setTcpNoDelay(true);
        socket = opened;
        answers = new BufferedInputStream(opened.getInputStream(), BUFFER);
        return opened;
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean close = false;
        for (var header = line().toLowerCase(Locale.ROOT); !header.isEmpty(); header = line()
                .toLowerCase(Locale.ROOT)) {
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = header.contains("chunked");
            } else if (header.startsWith("connection:")) {
                close = header.contains("close");
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            input().skipNBytes(length);
        }
        if (close) {
            close();
        }
        return status;
    }

    private void skipChunks() throws IOException {
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            input().skipNBytes(size);
            line();
        }
        line();
    }

    private void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        answers = null;
    }

    private String line() throws IOException {
        var bytes = new StringBuilder();
        for (int next = input().read(); next != '\n'; next = input().read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                bytes.append((char) (next & 0xFF));
            }
        }
        return bytes.toString();
    }

    private InputStream input() {
        if (answers == null) {
            throw new IllegalStateException("not connected");
        }
        return answers;
    }
}
