package io.receivables.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands as any other client does. */
final class DemoClient implements AutoCloseable {

    private static final Set<Integer> WORTH_A_RETRY = Set.of(429, 503);
    private static final int MOST_TRIES = 20;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final URI server;
    private final String token;

    DemoClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Sends a command under a key that is the same at every loading, so that the second one changes nothing. */
    void send(String method, String path, String key, Map<String, ?> body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "demo-1/" + key)
                .method(method, BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        for (var tries = 1;; tries++) {
            var answer = http.send(request, BodyHandlers.ofString());
            // Keys are forgotten after some months; then the document itself says that it is there.
            if (answer.statusCode() / 100 == 2 || answer.body().contains("_ALREADY_EXISTS\"")) {
                return;
            }
            var again = WORTH_A_RETRY.contains(answer.statusCode()) || answer.body().contains("CONCURRENT_CHANGE");
            if (!again || tries == MOST_TRIES) {
                throw new IOException(method + " " + path + " was answered " + answer.statusCode() + ": "
                        + answer.body());
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
