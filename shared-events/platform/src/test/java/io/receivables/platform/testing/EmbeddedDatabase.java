package io.receivables.platform.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** One PostgreSQL for all tests of a JVM, as durable as a real one; each test takes a database of its own. */
public final class EmbeddedDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private EmbeddedDatabase() {}

    /** A new, empty database. It goes away with the JVM; closing the pool earlier is good manners. */
    public static HikariDataSource freshDatabase() {
        var name = "test_" + COUNTER.incrementAndGet();
        try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
        return poolOn(name, 16);
    }

    /** A second pool on the same database: what another process would have. */
    public static HikariDataSource anotherPoolOn(HikariDataSource database) {
        return poolOn(database.getPoolName(), 16);
    }

    private static HikariDataSource poolOn(String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(Server.INSTANCE.getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** Started by the first test that needs it. */
    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setRegisterShutdownHook(false)
                        .start();
                // After the contexts, which would wait long for a database that is gone.
                SpringApplication.getShutdownHandlers().add(() -> close(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
