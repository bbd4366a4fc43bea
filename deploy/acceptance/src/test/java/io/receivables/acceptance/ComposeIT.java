package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The container files against the applications that they start. No container engine is needed. */
class ComposeIT {

    private static final Path DEPLOY = Project.file("deploy");
    private static final List<String> SIDES = List.of("command-side", "query-side");
    private final ComposeFile compose = ComposeFile.read();

    @Test
    void aVariableThatIsNotGivenIsRefused() {
        assertThatThrownBy(() -> compose.environment("command-side", Map.of()))
                .hasMessageContaining("RECEIVABLES_DATABASE_PASSWORD is required");
    }

    @Test
    void theExampleNamesEveryVariable() throws IOException {
        var named = Files.readAllLines(DEPLOY.resolve("env.example"))
                .stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')));
        assertThat(named).containsExactlyInAnyOrderElementsOf(compose.variables());
    }

    @Test
    void everyImageHasItsVersion() {
        assertThat(compose.services()).allSatisfy(name -> assertThat(compose.service(name).path("image").asString())
                .as(name)
                .matches(".+:v?[0-9]+\\.[0-9].*"));
    }

    @Test
    void everyFileThatIsNamedExists() {
        for (var name : compose.services()) {
            for (var volume : compose.service(name).path("volumes")) {
                var source = volume.asString().split(":")[0];
                if (source.startsWith(".")) {
                    assertThat(DEPLOY.resolve(source)).as(name).exists();
                } else {
                    assertThat(compose.content().path("volumes").has(source)).as(volume.asString()).isTrue();
                }
            }
        }
        for (var side : SIDES) {
            var build = compose.service(side).path("build");
            var context = DEPLOY.resolve(build.path("context").asString()).normalize();
            assertThat(context).isEqualTo(Project.root());
            assertThat(context.resolve(build.path("dockerfile").asString())).exists();
            assertThat(build.path("args").path("MODULE").asString()).isEqualTo(side);
        }
    }

    /** A setting with a wrong name would be silently without effect. */
    @Test
    void everySettingIsOneThatTheApplicationKnows() throws IOException {
        for (var side : SIDES) {
            var known = settingsOf(Project.executable(side));
            for (var name : compose.service(side).path("environment").propertyNames()) {
                assertThat(known.stream().anyMatch(setting -> isOf(name, setting))).as(side + ": " + name).isTrue();
            }
        }
    }

    @Test
    void theImageIsBuiltFromWhatIsThere() throws IOException {
        var image = Files.readString(DEPLOY.resolve("Dockerfile"));
        var copied = Pattern.compile("(?m)^COPY (\\S+) ").matcher(image).results().map(it -> it.group(1)).toList();
        assertThat(copied).containsExactly("deploy/healthcheck", "${MODULE}/target/${MODULE}-*-exec.jar");
        assertThat(DEPLOY.resolve("healthcheck")).isExecutable();
        for (var side : SIDES) {
            assertThat(Project.executable(side).toString()).matches(".*/" + side + "/target/" + side + "-.*-exec.jar");
        }
        assertThat(image).containsPattern("(?m)^USER (?!root|0\\b)\\S+");
    }

    @Test
    void thePortIsTheSameEverywhere() throws IOException {
        var image = Files.readString(DEPLOY.resolve("Dockerfile"));
        assertThat(image).contains("EXPOSE 8080", "CMD [\"healthcheck\", \"8080\"]");
        for (var side : SIDES) {
            assertThat(compose.service(side).path("environment").path("SERVER_PORT").asInt()).isEqualTo(8080);
            assertThat(compose.service(side).path("ports").get(0).asString()).matches("127\\.0\\.0\\.1:[0-9]+:8080");
        }
        var scraped = Yaml.read(DEPLOY.resolve("prometheus/prometheus.yaml")).path("scrape_configs").get(0);
        assertThat(scraped.path("static_configs").get(0).path("targets").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("command-side:8080", "query-side:8080");
        assertThat(scraped.path("authorization").path("credentials_file").asString())
                .isEqualTo("/run/secrets/" + compose.service("prometheus").path("secrets").get(0).asString());
    }

    @Test
    void theHealthCheckTellsAReadyApplicationFromNone() throws Exception {
        var composed = Composed.shared();
        assertThat(healthcheck(composed.commandSide().uri().getPort())).isZero();
        assertThat(healthcheck(composed.querySide().uri().getPort())).isZero();
        try (var nobody = new ServerSocket(0)) {
            var port = nobody.getLocalPort();
            nobody.close();
            assertThat(healthcheck(port)).isNotZero();
        }
    }

    private static int healthcheck(int port) throws Exception {
        return new ProcessBuilder(DEPLOY.resolve("healthcheck").toString(), String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(Project.log("healthcheck").toFile())
                .start()
                .waitFor();
    }

    /** As Spring reads names from the environment: no dashes, dots are underscores; a map takes any further name. */
    private static boolean isOf(String name, String setting) {
        var plain = setting.replace("-", "").replace(".*", "").toUpperCase(Locale.ROOT).replace('.', '_');
        var dashed = setting.replace('-', '_').replace(".*", "").toUpperCase(Locale.ROOT).replace('.', '_');
        return name.equals(plain) || name.equals(dashed) || setting.endsWith(".*") && name.startsWith(plain + "_");
    }

    private static Set<String> settingsOf(Path executable) throws IOException {
        // Ours: that they have an effect is shown by the tokens of their issuer and audience being accepted.
        var names = new TreeSet<>(List.of("receivables.identity.issuer", "receivables.identity.audience",
                "receivables.identity.jwk-set-uri"));
        try (var jar = new ZipFile(executable.toFile())) {
            for (var entry : new ArrayList<>(jar.stream().toList())) {
                if (entry.getName().endsWith(".jar")) {
                    try (var library = new JarInputStream(jar.getInputStream(entry))) {
                        names.addAll(settingsOf(library));
                    }
                }
            }
        }
        return names;
    }

    private static Set<String> settingsOf(JarInputStream library) throws IOException {
        var names = new TreeSet<String>();
        for (var entry = library.getNextEntry(); entry != null; entry = library.getNextEntry()) {
            if (entry.getName().equals("META-INF/spring-configuration-metadata.json")) {
                for (var setting : new JsonMapper().readTree(library.readAllBytes()).path("properties")) {
                    var map = setting.path("type").asString("").startsWith("java.util.Map");
                    names.add(setting.path("name").asString() + (map ? ".*" : ""));
                }
            }
        }
        return names;
    }
}
