package io.receivables.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One side in a process of its own, as in production. It may end and come back, always at the same address. */
final class Node implements AutoCloseable {

    private final String module;
    private final Map<String, String> settings;
    private final int port = ServerProcess.freePort();
    private ServerProcess process;

    private Node(String module, Map<String, String> settings) {
        this.module = module;
        this.settings = settings;
        this.process = launch().awaitHealth();
    }

    /** @param module {@code command-side} or {@code query-side} */
    static Node start(String module, Map<String, String> settings) {
        return new Node(module, settings);
    }

    URI uri() {
        return process.uri();
    }

    Path log() {
        return process.log();
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.kill();
    }

    /** Asks it to end, as a container engine does, and gives the exit code. */
    int terminate() {
        return process.terminate();
    }

    void startAgain() {
        process = launch().awaitHealth();
    }

    /** Starts it and returns at once. */
    void startSoon() {
        process = launch();
    }

    void awaitHealth() {
        process.awaitHealth();
    }

    @Override
    public void close() {
        process.close();
    }

    private ServerProcess launch() {
        return ServerProcess.launch(module, command(module), settings, port);
    }

    static List<String> command(String module) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED", "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1", "-jar", Project.executable(module).toString()));
    }
}
