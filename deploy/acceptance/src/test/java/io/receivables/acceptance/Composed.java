package io.receivables.acceptance;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code deploy/compose.yaml} starts, as processes on this machine: the same jars with the same settings, an
 * embedded PostgreSQL prepared by the same script, and somebody's issuer that publishes its keys.
 */
final class Composed implements AutoCloseable {

    private static final String PASSWORD = "secret1";
    private static final String AUDIENCE = "composed";
    private static @Nullable Composed shared;

    private final Path folder;
    private final SignedTokens tokens;
    private final HttpServer issuer;
    private EmbeddedPostgres database;
    private ServerProcess commands;
    private ServerProcess queries;

    private Composed() throws IOException, GeneralSecurityException, SQLException {
        folder = Files.createTempDirectory("receivables-composed-");
        tokens = new SignedTokens();
        issuer = publish(Files.readAllBytes(tokens.writeKeys(folder)));
        database = start(0);
        prepare();
        startSides();
    }

    private void startSides() {
        var both = Together.run(2, Stream.of("command-side", "query-side")
                .<Callable<ServerProcess>>map(module -> () -> side(module))
                .toList());
        commands = both.getFirst();
        queries = both.getLast();
    }

    /** The one that all test classes share; it starts with the first and ends with the JVM. */
    static synchronized Composed shared() {
        if (shared == null) {
            try {
                var started = new Composed();
                Runtime.getRuntime().addShutdownHook(new Thread(started::close));
                shared = started;
            } catch (IOException | GeneralSecurityException | SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return shared;
    }

    private static HttpServer publish(byte[] keys) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        server.start();
        return server;
    }

    /** @param port 0 for a free one */
    private EmbeddedPostgres start(int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** Runs the statements of the script that prepares the database of the container. */
    private void prepare() throws IOException, SQLException {
        var script = Files.readString(Project.file("deploy/postgresql/init.sh"));
        var begin = script.indexOf("<<'SQL'\n") + "<<'SQL'\n".length();
        var statements = script.substring(begin, script.lastIndexOf("\nSQL"));
        try (var connection = admin("postgres"); var statement = connection.createStatement()) {
            for (var sql : statements.replace(":'password'", "'" + PASSWORD + "'").split(";")) {
                statement.execute(sql);
            }
        }
    }

    private ServerProcess side(String module) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var environment = ComposeFile.read().environment(module, variables());
        environment.computeIfPresent("SPRING_DATASOURCE_URL",
                (_, url) -> url.replace("//postgresql:5432/", "//localhost:" + database.getPort() + "/"));
        return ServerProcess.start(module, new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseCompactObjectHeaders", "-jar", Project.executable(module).toString())), environment);
    }

    private Map<String, String> variables() {
        return Map.of("RECEIVABLES_DATABASE_PASSWORD", PASSWORD, "RECEIVABLES_IDENTITY_ISSUER", SignedTokens.ISSUER,
                "RECEIVABLES_IDENTITY_AUDIENCE", AUDIENCE, "RECEIVABLES_IDENTITY_JWK_SET_URI",
                "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
    }

    /** An orderly stop, as of a container. */
    void stopDatabase() throws IOException {
        database.close();
    }

    void startDatabase() throws IOException {
        Files.deleteIfExists(folder.resolve("postgresql/epg-lock"));
        database = start(database.getPort());
    }

    /** Ends the query side, does something meanwhile, and starts it again. */
    void withoutQueries(Interruption meanwhile) throws Exception {
        queries.close();
        meanwhile.run();
        queries = side("query-side");
    }

    /** Ends both sides, does something meanwhile, and starts them again. */
    void withoutSides(Interruption meanwhile) throws Exception {
        queries.close();
        commands.close();
        meanwhile.run();
        startSides();
    }

    /** Where PostgreSQL's own programs find the database. */
    Map<String, String> databaseEnvironment() {
        return Map.of("PGHOST", "localhost", "PGPORT", String.valueOf(database.getPort()));
    }

    interface Interruption {

        void run() throws Exception;
    }

    /** A connection with every right, past the application's guards. */
    Connection admin(String name) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl("postgres", name));
    }

    ServerProcess commandSide() {
        return commands;
    }

    ServerProcess querySide() {
        return queries;
    }

    Api commands(String... roles) {
        return new Api(commands.uri(), token(roles), commands.log());
    }

    Api queries(String... roles) {
        return new Api(queries.uri(), token(roles), queries.log());
    }

    /** A book written on one side and read on the other. */
    Book book(String name) {
        return Book.open(commands("controller", "integration"), name).readingFrom(queries("controller"));
    }

    private @Nullable String token(String... roles) {
        try {
            return roles.length == 0 ? null : tokens.token("composed", AUDIENCE, List.of("*"), roles);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        queries.close();
        commands.close();
        issuer.stop(0);
        try {
            database.close();
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
