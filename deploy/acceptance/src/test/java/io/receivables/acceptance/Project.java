package io.receivables.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where the project lies, wherever the tests were started. */
final class Project {

    private Project() {}

    static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/standalone/run"))) {
                return folder;
            }
        }
        throw new IllegalStateException("run the tests inside the project");
    }

    static Path file(String path) {
        return root().resolve(path);
    }

    /** The script that ships. */
    static Path run() {
        return file("deploy/standalone/run");
    }

    /** The executable jar of a module, as packaged. */
    static Path executable(String module) {
        var target = file(module).resolve("target");
        var matching = Objects.requireNonNull(target.toFile().listFiles((_, name) -> name.endsWith("-exec.jar")),
                target + " is missing: package the project first");
        if (matching.length != 1) {
            throw new IllegalStateException(target + " must have one executable jar, it has " + matching.length);
        }
        return matching[0].toPath();
    }

    /** The verifier, as packaged. */
    static Path verifier() {
        var target = file("deploy/verifier/target");
        var matching = Objects.requireNonNull(target.toFile()
                .listFiles((_, name) -> name.matches("verifier-.*\\.jar")),
                target + " is missing: package the project first");
        if (matching.length != 1) {
            throw new IllegalStateException(target + " must have one jar, it has " + matching.length);
        }
        return matching[0].toPath();
    }

    /** A file for the output of a process, kept after the test. */
    static Path log(String name) {
        try {
            var folder = Files.createDirectories(file("deploy/acceptance/target/logs"));
            return Files.createTempFile(folder, name + "-", ".log");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
