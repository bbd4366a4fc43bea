package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One id finds the whole story of a request, in the logs of both sides. */
class CorrelationIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NAME = "Jeanne Exemple";
    private final Composed composed = Composed.shared();

    @Test
    void aMalformedIdIsNotTakenOver() {
        for (var given : List.of("two words", "x".repeat(65), "a;b")) {
            assertThat(composed.commands("controller")
                    .call("GET", "/v1/none")
                    .with("X-Correlation-Id", given)
                    .send()
                    .header("X-Correlation-Id")).isNotEqualTo(given).matches("[A-Za-z0-9._-]{1,64}");
        }
    }

    @Test
    void aRefusalIsLoggedOnceWithItsCode() {
        var id = Api.key();
        var refused = composed.commands("controller")
                .command("POST", "/v1/invoices/none/cancellation", Api.key(), Book.reason("none", "2024-02-01"))
                .with("X-Correlation-Id", id)
                .send()
                .refused(404, "INVOICE_NOT_FOUND");
        assertThat(refused.header("X-Correlation-Id")).isEqualTo(id);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines(composed.commandSide(), id))
                        .filteredOn(line -> line.path("message").asString().startsWith("refused "))
                        .singleElement()
                        .satisfies(line -> {
                            assertThat(line.path("log").path("level").asString()).isEqualTo("INFO");
                            assertThat(line.path("code").asString()).isEqualTo("INVOICE_NOT_FOUND");
                        }));
    }

    @Test
    void theGateIsPartOfTheStory() {
        var id = Api.key();
        var refused = composed.queries().call("GET", "/v1/legal-entities").with("X-Correlation-Id", id).send();
        assertThat(refused.header("X-Correlation-Id")).isEqualTo(id);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines(composed.querySide(), id))
                        .extracting(line -> line.path("code").asString())
                        .contains("UNAUTHENTICATED"));
    }

    @Test
    void aCommandIsFoundFromItsRequestToItsProjection() throws Exception {
        var id = Api.key();
        var entity = "STORY-" + id.substring(0, 8);
        var answer = composed.commands("controller")
                .command("PUT", "/v1/legal-entities/" + entity, Api.key(), """
                        {"name":"%s","country":"FR","timeZone":"Europe/Paris","baseCurrency":"EUR"}""".formatted(NAME))
                .with("X-Correlation-Id", id)
                .send()
                .created();
        assertThat(answer.header("X-Correlation-Id")).isEqualTo(id);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages(composed.commandSide(), id))
                        .contains("decided RegisterLegalEntity")
                        .anyMatch(line -> line.startsWith("PUT /v1/legal-entities/" + entity + " answered 201")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages(composed.querySide(), id))
                        .contains("read at position " + answer.position() + " LegalEntityRegistered"));
        for (var side : List.of(composed.commandSide(), composed.querySide())) {
            assertThat(Files.readString(side.log())).doesNotContain(NAME, "Bearer ", "eyJ");
        }
    }

    private static List<String> messages(ServerProcess side, String id) throws IOException {
        return lines(side, id).stream().map(line -> line.path("message").asString()).toList();
    }

    private static List<JsonNode> lines(ServerProcess side, String id) throws IOException {
        try (var lines = Files.lines(side.log())) {
            return lines.filter(line -> line.contains(id))
                    .map(JSON::readTree)
                    .filter(line -> id.equals(line.path("correlationId").asString("")))
                    .toList();
        }
    }
}
