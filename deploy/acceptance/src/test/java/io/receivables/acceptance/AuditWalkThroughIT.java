package io.receivables.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/audit.md tells an auditor to type: each command is run as it stands there, and prints what stands below it. */
class AuditWalkThroughIT {

    private static final Pattern BLOCK = Pattern.compile("```(bash|text)\n(.*?)\n```", Pattern.DOTALL);
    private static final String MARK = "--- what follows belongs to command ";
    private static final int MOST_MINUTES = 8;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Commands of one block, and the lines that they print. */
    private record Step(String commands, List<String> lines) {}

    @Test
    void everyCommandDoesWhatThePageSays() throws Exception {
        for (var program : List.of("bash", "curl", "jq", "unzip", "sha256sum")) {
            assumeThat(isInstalled(program)).as(program + " is installed").isTrue();
        }
        var steps = steps();
        assertThat(steps).hasSizeGreaterThan(10);
        try (var instance = Standalone.start()) {
            var printed = run(instance.data(), steps);
            for (int i = 0; i < steps.size(); i++) {
                assertPrinted(steps.get(i), printed.get(i));
            }
        }
    }

    private static List<Step> steps() throws IOException {
        var steps = new ArrayList<Step>();
        var blocks = BLOCK.matcher(Files.readString(Project.file("docs/audit.md")));
        while (blocks.find()) {
            if (blocks.group(1).equals("bash")) {
                steps.add(new Step(blocks.group(2), List.of()));
            } else {
                var step = steps.removeLast();
                steps.add(new Step(step.commands(), blocks.group(2).lines().toList()));
            }
        }
        return steps;
    }

    /** In one shell, from the root of the project, as somebody does who follows the page. */
    private List<String> run(Path data, List<Step> steps) throws Exception {
        var script = new StringBuilder("set -euo pipefail\n");
        for (int i = 0; i < steps.size(); i++) {
            script.append("echo '").append(MARK).append(i).append("'\n").append(steps.get(i).commands()).append('\n');
        }
        var out = Project.log("audit-walk-through");
        var bash = new ProcessBuilder("bash", Files.writeString(folder.resolve("walk.sh"), script).toString())
                .directory(Project.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        var java = Path.of(System.getProperty("java.home"));
        bash.environment().put("RECEIVABLES_DATA_DIR", data.toString());
        bash.environment().put("JAVA_HOME", java.toString());
        bash.environment().put("TMPDIR", folder.toString());
        bash.environment().merge("PATH", "", (path, _) -> java.resolve("bin") + ":" + path);
        var process = bash.start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("the walk-through does not end, see " + out);
        }
        var printed = Files.readString(out, UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return Arrays.stream(printed.split(Pattern.quote(MARK) + "[0-9]+\n", -1)).skip(1).toList();
    }

    /** The lines of the page are those that were printed, in their order; an ellipsis stands for anything. */
    private static void assertPrinted(Step step, String printed) {
        var pattern = new StringBuilder();
        for (var line : step.lines()) {
            if (line.equals("…")) {
                pattern.append("(.*\n)*?");
            } else {
                pattern.append(String.join(".*", Arrays.stream(line.split("…", -1)).map(Pattern::quote).toList()))
                        .append('\n');
            }
        }
        assertThat(printed).as(step.commands()).matches(pattern.toString());
    }

    private static boolean isInstalled(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, program.equals("unzip") ? "-v" : "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
