package io.receivables.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as one client sees it.
 *
 * @param token its bearer token; null: it has none
 * @param log where the server writes, for the messages of failed expectations
 */
record Api(URI server, @Nullable String token, @Nullable Path log) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    static boolean isHealthy(URI server) {
        try {
            var health = new Api(server, null, null).call("GET", "/actuator/health").send();
            return health.status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    Answer get(String path) {
        return call("GET", path).send();
    }

    /** A query that sees at least what the command did. */
    Answer get(String path, Answer command) {
        return call("GET", path).with("If-Consistent-With", String.valueOf(command.position())).send();
    }

    Answer post(String path, Object body) {
        return post(path, key(), body);
    }

    Answer post(String path, String key, Object body) {
        return command("POST", path, key, body).send();
    }

    /** As a client does it that is told to try again. */
    Answer insist(String path, String key, Object body) {
        for (int tries = 0; tries < 100; tries++) {
            var answer = post(path, key, body);
            if (!answer.isWorthAnotherTry()) {
                return answer;
            }
        }
        throw new AssertionError("told to try again a hundred times in a row: " + path);
    }

    Answer put(String path, Object body) {
        return command("PUT", path, key(), body).send();
    }

    Call command(String method, String path, String key, Object body) {
        return call(method, path).with("Idempotency-Key", key).json(body);
    }

    Call call(String method, String path) {
        return new Call(method, path);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static String write(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    /** A request that is being put together. */
    final class Call {

        private final String method;
        private final String path;
        private final HttpRequest.Builder request;
        private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

        private Call(String method, String path) {
            this.method = method;
            this.path = path;
            this.request = HttpRequest.newBuilder(server.resolve(path))
                    .timeout(Duration.ofSeconds(60));
            if (token != null) {
                request.setHeader("Authorization", "Bearer " + token);
            }
        }

        Call with(String header, String value) {
            request.setHeader(header, value);
            return this;
        }

        /** A text is sent as it is, everything else as JSON. */
        Call json(Object value) {
            return with("Content-Type", "application/json").bytes(write(value).getBytes(
                    UTF_8));
        }

        Call bytes(byte[] bytes) {
            body = BodyPublishers.ofByteArray(bytes);
            return this;
        }

        /** Expects that it worked, and writes what is answered to a file. */
        Path download(Path file) {
            try {
                var response = HTTP.send(request.method(method, body).build(), BodyHandlers.ofFile(file,
                        StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
                if (response.statusCode() != 200) {
                    throw new AssertionError(method + " " + path + " -> " + response.statusCode() + " "
                            + Files.readString(file) + ", see " + log);
                }
                return file;
            } catch (IOException failure) {
                throw new UncheckedIOException(method + " " + path + " had no answer, see " + log, failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        Answer send() {
            try {
                var response = HTTP.send(request.method(method, body).build(), BodyHandlers.ofString());
                return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body(), log);
            } catch (IOException failure) {
                throw new UncheckedIOException(method + " " + path + " had no answer, see " + log, failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
