package io.receivables.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the REST API that says who it is and reads JSON. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final URI server;
    private final String token;

    private Api(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** The same client of another node. */
    public Api on(URI node) {
        return new Api(node, token);
    }

    public static Api as(Role... roles) {
        return new Api(CommandServer.uri(), TestIdentity.token(roles));
    }

    public static Api as(String subject, Role... roles) {
        return new Api(CommandServer.uri(), TestIdentity.token(subject, List.of(roles), List.of("*")));
    }

    public static Api of(String token) {
        return new Api(CommandServer.uri(), token);
    }

    /** An answer: status, headers, and the body as a tree. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {

        /** The text at a JSON pointer. */
        public String at(String pointer) {
            return body.at(pointer).asString();
        }

        /** The stable code of a problem. */
        public String code() {
            return at("/code");
        }

        /** The same answer, or a failure that shows it. */
        public Answer expect(int expected) {
            assertThat(status).as(() -> "answer " + body).isEqualTo(expected);
            return this;
        }

        public Answer expect(int expected, String code) {
            expect(expected);
            assertThat(code()).as(() -> "answer " + body).isEqualTo(code);
            return this;
        }
    }

    /** Sends with a new idempotency key; single quotes in the body stand for double ones. */
    public Answer post(String path, String body) {
        return send("POST", path, UUID.randomUUID().toString(), body, Map.of());
    }

    public Answer put(String path, String body) {
        return send("PUT", path, UUID.randomUUID().toString(), body, Map.of());
    }

    public Answer send(String method, String path, @Nullable String key, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        headers.forEach(request::setHeader);
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var text = response.body();
            return new Answer(response.statusCode(), response.headers(),
                    text.isEmpty() ? JSON.missingNode() : JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
