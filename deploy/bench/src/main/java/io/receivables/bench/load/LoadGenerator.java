package io.receivables.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.receivables.bench.book.Book;
import io.receivables.bench.run.Callers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends POST requests over kept connections, as told line by line on its input: {@code <template file> <requests>}. Answers
 * each line with the requests a second. In a template {@code {id}} becomes a new id of the request and {@code {account}} some
 * account of the book.
 *
 * <p>It talks to sockets itself: a full HTTP client on the same processors would take more of them than the server.
 */
public final class LoadGenerator {

    private LoadGenerator() {}

    /** Arguments: port, connections, accounts. */
    static void main(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        int accounts = Integer.parseInt(arguments[2]);
        var pool = new ArrayBlockingQueue<LeanConnection>(connections);
        for (int i = 0; i < connections; i++) {
            pool.add(new LeanConnection(port));
        }
        var input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            int blank = line.lastIndexOf(' ');
            System.out.println(run(pool, accounts, Files.readString(Path.of(line.substring(0, blank))),
                    Integer.parseInt(line.substring(blank + 1))));
        }
    }

    private static double run(ArrayBlockingQueue<LeanConnection> pool, int accounts, String template, int requests) {
        return Callers.rate(pool.size(), requests, _ -> {
            var connection = pool.take();
            try {
                send(connection, template, Book.account(ThreadLocalRandom.current().nextInt(accounts)));
            } finally {
                pool.add(connection);
            }
        });
    }

    private static void send(LeanConnection connection, String template, String account) throws IOException {
        var request = template.replace("{id}", UUID.randomUUID().toString()).replace("{account}", account);
        int end = request.indexOf("\n\n");
        var body = request.substring(end + 2).getBytes(UTF_8);
        var head = request.substring(0, end).replace("\n", "\r\n") + "\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        int status = connection.exchange(head.getBytes(UTF_8), body);
        if (status >= 300) {
            throw new IOException("status " + status);
        }
    }
}
