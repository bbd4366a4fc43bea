package io.receivables.standalone.bookimport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a batch of commands, waits until it is done and reads what came of each line. */
final class BatchClient implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final String PAGE = "500";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final URI server;
    private final String token;

    BatchClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * @param batch the lines, as NDJSON
     * @param outcomes hears of every line, in the order of the batch
     */
    void run(Path batch, boolean dryRun, Consumer<Outcome> outcomes) throws IOException, InterruptedException {
        var job = send(HttpRequest.newBuilder(server.resolve("/v1/batches" + (dryRun ? "?dryRun=true" : "")))
                .header("Content-Type", "application/x-ndjson")
                // The lines have keys of their own; the batch itself may be sent as often as somebody likes.
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofFile(batch))).path("jobId").asString();
        await(job);
        String after = null;
        do {
            var page = get("/v1/jobs/" + job + "/results?limit=" + PAGE + (after == null ? "" : "&after=" + after));
            page.path("items").forEach(row -> outcomes.accept(outcome(row)));
            after = text(page.path("nextCursor"));
        } while (after != null);
    }

    private void await(String job) throws IOException, InterruptedException {
        while (text(get("/v1/jobs/" + job).path("finishedAt")) == null) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static Outcome outcome(JsonNode row) {
        var first = row.path("errors").path(0);
        var detail = text(first.path("detail"));
        return new Outcome(row.path("line").asLong(), text(row.path("code")),
                detail == null ? row.path("detail").asString("") : detail, first.path("pointer").asString(""));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.header("Authorization", "Bearer " + token).build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.request().method() + " " + answer.uri().getPath() + " was answered "
                    + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
