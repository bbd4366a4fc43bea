package io.receivables.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. Its output goes to a file, which every failed expectation names. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Process process;
    private final URI uri;
    private final Path log;

    private ServerProcess(Process process, URI uri, Path log) {
        this.process = process;
        this.uri = uri;
        this.log = log;
    }

    /** Starts it and returns when it is healthy; {@code --server.port} is added to the command. */
    static ServerProcess start(String name, List<String> command, Map<String, String> environment) {
        return launch(name, command, environment, freePort()).awaitHealth();
    }

    /** Starts it on this port and returns at once. */
    static ServerProcess launch(String name, List<String> command, Map<String, String> environment, int port) {
        var log = Project.log(name);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.command().add("--server.port=" + port);
        builder.environment().putAll(environment);
        try {
            var server = new ServerProcess(builder.start(), URI.create("http://127.0.0.1:" + port), log);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    URI uri() {
        return uri;
    }

    Path log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    ServerProcess awaitHealth() {
        await("health of " + uri + ", see " + log).atMost(START).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended with " + process.exitValue() + ", see " + log);
            }
            return Api.isHealthy(uri);
        });
        return this;
    }

    /** Ends it at once, as a power cut would. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await("end of the process").atMost(STOP).until(() -> !process.isAlive());
    }

    /** Asks it to end, as a container engine does, and gives its exit code. */
    int terminate() {
        process.destroy();
        return awaitExit();
    }

    /** Waits for it to end by itself and gives its exit code. */
    int awaitExit() {
        await("end of the process, see " + log).atMost(STOP).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** Asks it to end, and insists when it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
