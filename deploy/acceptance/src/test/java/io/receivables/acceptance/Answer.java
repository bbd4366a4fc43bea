package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered to a request. */
record Answer(String request, int status, HttpHeaders headers, String body, @Nullable Path log) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Expects that it worked. */
    Answer ok() {
        assertThat(status).as(toString()).isIn(200, 201);
        return this;
    }

    /** Expects that something was made, and that the answer says where it is. */
    Answer created() {
        assertThat(status).as(toString()).isEqualTo(201);
        assertThat(header("Location")).as(toString()).startsWith("/v1/");
        return this;
    }

    /** Expects a refusal with this stable code. */
    Answer refused(int expected, String code) {
        problem();
        assertThat(status + " " + text("/code")).as(toString()).isEqualTo(expected + " " + code);
        return this;
    }

    /** Expects a refusal of any kind that is well formed. */
    Answer problem() {
        assertThat(status).as(toString()).isBetween(400, 499);
        assertThat(header("Content-Type")).as(toString()).startsWith("application/problem+json");
        assertThat(json().path("status").asInt()).as(toString()).isEqualTo(status);
        assertThat(text("/code")).as(toString()).matches("[A-Z][A-Z0-9_]+");
        assertThat(text("/title")).as(toString()).isNotBlank();
        return this;
    }

    /** A refusal that asks for another try, and says when. */
    boolean isWorthAnotherTry() {
        return (status == 503 || status == 409) && !header("Retry-After").isEmpty()
                && header("Content-Type").startsWith("application/problem+json");
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** The text or number at a JSON pointer, empty when there is none. */
    String text(String pointer) {
        var node = json().at(pointer);
        return node.isMissingNode() || node.isNull() ? "" : node.asString();
    }

    /** The amount of a money field, such as {@code 119.00}. */
    String amount(String field) {
        return text("/" + field + "/amount");
    }

    List<String> texts(String array) {
        return json().at(array).valueStream().map(JsonNode::asString).toList();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    boolean replayed() {
        return header("Idempotency-Replayed").equals("true");
    }

    long position() {
        assertThat(json().path("position").isIntegralNumber()).as(this + " has a position").isTrue();
        return json().path("position").asLong();
    }

    long version() {
        return json().path("version").asLong();
    }

    @Override
    public String toString() {
        return request + " -> " + status + " " + body + (log == null ? "" : " (log: " + log + ")");
    }
}
