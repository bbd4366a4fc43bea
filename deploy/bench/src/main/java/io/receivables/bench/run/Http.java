package io.receivables.bench.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caller over HTTP, for figures in which the client's own cost does not matter. */
public final class Http {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI uri;
    private final String token;

    Http(URI uri, String token) {
        this.uri = uri;
        this.token = token;
    }

    /** @throws IllegalStateException unless the answer is a success */
    public JsonNode get(String path) {
        return success(path, send(request(path).GET()));
    }

    /** Reads an answer line by line. */
    public Lines lines(String path) {
        long began = System.nanoTime();
        try {
            var answer = client.send(request(path).GET().build(), BodyHandlers.ofLines());
            var lines = answer.body().iterator();
            long count = 0;
            long first = 0;
            while (lines.hasNext()) {
                lines.next();
                first = count++ == 0 ? System.nanoTime() - began : first;
            }
            if (answer.statusCode() >= 300 || count == 0) {
                throw new IllegalStateException(path + " answers " + answer.statusCode() + " with " + count + " lines");
            }
            return new Lines(count, first / 1e6);
        } catch (IOException failure) {
            throw new IllegalStateException("no answer from " + uri, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** Writes an answer to a file. */
    public void download(String path, Path file) {
        try {
            var answer = client.send(request(path).GET().build(), BodyHandlers.ofFile(file));
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
        } catch (IOException failure) {
            throw new IllegalStateException("no answer from " + uri, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** @param firstMillis until the first one was there */
    public record Lines(long count, double firstMillis) {}

    public boolean isServed(String path) {
        return send(request(path).GET()).statusCode() != 404;
    }

    public JsonNode post(String path, String json) {
        return success(path, send(posting(path, BodyPublishers.ofString(json), "application/json")));
    }

    public JsonNode post(String path, BodyPublisher body, String type) {
        return success(path, send(posting(path, body, type)));
    }

    private HttpRequest.Builder posting(String path, BodyPublisher body, String type) {
        return request(path).header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException("no answer from " + uri, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static JsonNode success(String path, HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
