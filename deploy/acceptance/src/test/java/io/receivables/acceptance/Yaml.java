package io.receivables.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of what ships that are written in YAML or JSON. */
final class Yaml {

    private static final JsonMapper JSON = new JsonMapper();

    private Yaml() {}

    static JsonNode read(Path file) {
        try {
            var text = Files.readString(file);
            return file.toString().endsWith(".json")
                    ? JSON.readTree(text)
                    : JSON.valueToTree(new org.yaml.snakeyaml.Yaml().<Object>load(text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
