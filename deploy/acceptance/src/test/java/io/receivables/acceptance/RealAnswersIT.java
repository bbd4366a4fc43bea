package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published description of the API: sound in itself, complete, and the one that is checked in. */
@SuppressWarnings("NullAway.Init")
class RealAnswersIT {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}*]+)}");
    private static JsonNode published;

    @BeforeAll
    static void read() {
        published = sorted(Standalone.shared().as("controller").get("/v3/api-docs").ok().json());
        // Where it was read from is not part of it.
        ((ObjectNode) published).remove("servers");
    }

    @Test
    void itIsOpenApi() {
        assertThat(published.path("openapi").asString()).matches("3\\.[01]\\.\\d+");
        assertThat(published.at("/info/title").asString()).isNotBlank();
        assertThat(published.at("/info/version").asString()).isNotBlank();
        var ids = new TreeSet<String>();
        published.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            var name = operation.getKey() + " " + path.getKey();
            assertThat(path.getKey()).startsWith("/");
            assertThat(operation.getValue().path("responses")).as(name).isNotEmpty();
            assertThat(ids.add(operation.getValue().path("operationId").asString())).as(name).isTrue();
            PARAMETER.matcher(path.getKey())
                    .results()
                    .forEach(match -> assertThat(operation.getValue()
                            .path("parameters")
                            .valueStream()
                            .filter(parameter -> parameter.path("in").asString().equals("path"))
                            .map(parameter -> parameter.path("name").asString())).as(name).contains(match.group(1)));
        }));
        assertThat(ids).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        published.findValuesAsString("$ref")
                .forEach(reference -> assertThat(published.at(reference.substring(1))
                        .isMissingNode()).as(reference).isFalse());
    }

    @Test
    void itHasEveryEndpointOfTheAccessMatrix() throws Exception {
        var missing = new TreeSet<String>();
        var matrix = Project.file("shared-events/platform/src/main/resources/access-matrix.csv");
        for (var line : Files.readAllLines(matrix)) {
            var cells = line.split(",");
            if (cells[1].startsWith("/v1/")
                    && published.path("paths").path(cells[1]).path(cells[0].toLowerCase()).isMissingNode()) {
                missing.add(cells[0] + " " + cells[1]);
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A change of the API is a change of this file: delete it, run this test, and read the difference. */
    @Test
    void itIsTheOneThatIsCheckedIn() throws Exception {
        var file = Project.file("docs/openapi.json");
        var text = JSON.writeValueAsString(published) + "\n";
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            System.out.println(file + " was missing and has been written: check it in");
        }
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, JsonNode>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            var sorted = JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
                sorted.set(field.getKey(), field.getValue());
            }
            return sorted;
        }
        if (node.isArray()) {
            var sorted = JSON.createArrayNode();
            node.forEach(element -> sorted.add(sorted(element)));
            return sorted;
        }
        return node;
    }
}
