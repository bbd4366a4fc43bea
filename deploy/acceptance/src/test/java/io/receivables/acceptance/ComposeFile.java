package io.receivables.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code deploy/compose.yaml}, with variables filled in as the container engine would. */
record ComposeFile(Path file, JsonNode content) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::([-?])([^}]*))?}");

    static ComposeFile read() {
        var file = Project.file("deploy/compose.yaml");
        return new ComposeFile(file, Yaml.read(file));
    }

    Set<String> services() {
        return Set.copyOf(content.path("services").propertyNames());
    }

    JsonNode service(String name) {
        var service = content.path("services").path(name);
        if (service.isMissingNode()) {
            throw new IllegalStateException(file + " has no service " + name);
        }
        return service;
    }

    /** The environment of a service. */
    Map<String, String> environment(String service, Map<String, String> variables) {
        var environment = new LinkedHashMap<String, String>();
        service(service).path("environment")
                .properties()
                .forEach(setting -> environment.put(setting.getKey(), filled(setting.getValue().asString(),
                        variables)));
        return environment;
    }

    /** The names of all variables that the file takes from outside. */
    Set<String> variables() throws java.io.IOException {
        return VARIABLE.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String filled(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            var value = variables.get(found.group(1));
            if (value == null && !"-".equals(found.group(2))) {
                throw new IllegalArgumentException(found.group(1) + " is required");
            }
            return java.util.regex.Matcher.quoteReplacement(value == null ? found.group(3) : value);
        });
    }
}
