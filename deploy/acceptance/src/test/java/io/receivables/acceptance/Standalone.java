package io.receivables.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packaged instance, started by the script that ships, with a data folder of its own.
 *
 * <p>With {@code -Dacceptance.attach=<data folder>} the tests use an instance that runs already.
 */
final class Standalone implements AutoCloseable {

    private static @Nullable Standalone shared;

    private final Path data;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final @Nullable ServerProcess process;
    private final URI uri;

    private Standalone(Path data, @Nullable ServerProcess process, URI uri) {
        this.data = data;
        this.process = process;
        this.uri = uri;
    }

    /** The one that all test classes share; it starts with the first and ends with the JVM. */
    static synchronized Standalone shared() {
        if (shared == null) {
            var running = System.getProperty("acceptance.attach");
            shared = running == null ? start() : attached(Path.of(running));
        }
        return shared;
    }

    /** A fresh one on an empty data folder, which goes with it. */
    static Standalone start() {
        try {
            var data = Files.createTempDirectory("receivables-acceptance-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
            return on(data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A fresh one with settings of its own, as environment variables. */
    static Standalone start(Map<String, String> settings) {
        try {
            var data = Files.createTempDirectory("receivables-acceptance-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
            return on(data, settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One on a data folder that is there already. */
    static Standalone on(Path data) {
        return on(data, Map.of());
    }

    static Standalone on(Path data, Map<String, String> settings) {
        var environment = new HashMap<>(environment(data));
        environment.putAll(settings);
        var process = ServerProcess.start("standalone", new ArrayList<>(List.of(Project.run().toString())),
                environment);
        return new Standalone(data, process, process.uri());
    }

    private static Standalone attached(Path data) {
        try {
            return new Standalone(data, null, URI.create(Files.readString(data.resolve("instance.url")).strip()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path data() {
        return data;
    }

    URI uri() {
        return uri;
    }

    /** A way into its database as its administrator, past the product. */
    Connection database() throws SQLException {
        try {
            // The fourth line says where it listens.
            var port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
            var password = Files.readString(data.resolve("keys/postgresql.password"));
            return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/receivables", "postgres",
                    password);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The API as somebody with these roles sees it; whoever that is, it is nobody's own account. */
    Api as(String... roles) {
        return asSubject("acceptance", roles);
    }

    Api asSubject(String subject, String... roles) {
        return new Api(uri, token(subject, roles), process == null ? null : process.log());
    }

    Api withToken(@Nullable String token) {
        return new Api(uri, token, process == null ? null : process.log());
    }

    String token(String subject, String... roles) {
        return tokens.computeIfAbsent(subject + List.of(roles), _ -> {
            var arguments = new ArrayList<>(List.of("token", "--subject", subject));
            for (var role : roles) {
                arguments.addAll(List.of("--role", role));
            }
            return run(arguments.toArray(String[]::new)).strip();
        });
    }

    /** Calls {@code run} for this data folder and gives what it printed. */
    String run(String... arguments) {
        var errors = Project.log("run");
        var command = new ArrayList<>(List.of(Project.run().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment(data));
        try {
            var process = builder.start();
            var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed, see " + errors + ": " + printed);
            }
            return printed;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Asks the instance to end and gives its exit code. */
    int terminate() {
        if (process == null) {
            throw new IllegalStateException("an instance that the tests did not start is not theirs to end");
        }
        return process.terminate();
    }

    /** Ends the instance at once; its database runs on. */
    void killAlone() {
        if (process == null) {
            throw new IllegalStateException("an instance that the tests did not start is not theirs to kill");
        }
        process.kill();
    }

    /** Ends the instance and its database at once, as a power cut would. */
    void kill() {
        killAlone();
        await("end of the database").atMost(Duration.ofSeconds(30)).until(() -> {
            var left = programsOf(data);
            left.forEach(ProcessHandle::destroyForcibly);
            return left.isEmpty();
        });
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    private static Map<String, String> environment(Path data) {
        // Tests ask for runs of promises and plans themselves, so that none comes between two of their calls.
        return Map.of("RECEIVABLES_DATA_DIR", data.toString(), "JAVA_HOME", System.getProperty("java.home"),
                "RECEIVABLES_AGREEMENTS_LOOK_EVERY", "PT0S");
    }

    /** The database lets go of its starter, so it is known by its program file, which lies in the data folder. */
    static List<ProcessHandle> programsOf(Path data) {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(data))
                        .isPresent())
                .toList();
    }

    private static void delete(Path folder) {
        await().atMost(Duration.ofSeconds(40)).until(() -> programsOf(folder).isEmpty());
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
