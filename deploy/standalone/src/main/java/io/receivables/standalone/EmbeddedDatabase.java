package io.receivables.standalone;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL of the instance's own, kept between starts. It listens on loopback, on a port of the moment, and wants a
 * password: other users of the machine can reach the port too.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String NAME = "receivables";
    /** Long enough for the recovery after a crash. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final InstanceLock lock;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(InstanceLock lock, EmbeddedPostgres server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    static EmbeddedDatabase in(DataFolder folder) throws IOException {
        var lock = InstanceLock.on(folder);
        try {
            LeftoverPostgres.end(folder.binaries());
            Files.deleteIfExists(folder.database().resolve("epg-lock"));
            keepPreviousLog(folder.databaseLog());
            forgetHalfMade(folder.database());
            var passwordFile = passwordFile(folder);
            var password = Files.readString(passwordFile);
            var server = start(folder, passwordFile, password);
            var database = new EmbeddedDatabase(lock, server, password);
            database.prepare();
            return database;
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, Path passwordFile, String password) throws IOException {
        var log = Redirect.appendTo(folder.databaseLog().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.database())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.binaries().resolve("unpacked").toFile())
                // A resolver of its own keeps the library from taking the programs of another folder.
                .setPgBinaryResolver(DefaultPostgresBinaryResolver.INSTANCE::getPgBinary)
                // Ours alone: the context closes its connections first, then the server.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_PATIENCE)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // What was answered is on disk: the library switches both off, being made for tests.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("jit", "off")
                // The first write to a page after a checkpoint costs a whole page of log: bulk loads want few of them.
                .setServerConfig("max_wal_size", "2GB")
                // Files of log are used again; to make and fill new ones would hold up a bulk load after a quiet time.
                .setServerConfig("min_wal_size", "1GB")
                .setServerConfig("shared_buffers", "256MB")
                // Options of the first start: the same sort order on every system, and no way in without password.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", password)
                .start();
    }

    /** The application owns its database but is no superuser: the store's own guards bind it too. */
    private void prepare() {
        var admin = JdbcClient.create(server.getPostgresDatabase());
        if (admin.sql("select count(*) from pg_roles where rolname = ?")
                .param(NAME)
                .query(Integer.class)
                .single() == 0) {
            // The password is hexadecimal, see passwordFile.
            admin.sql("create role " + NAME + " login password '" + password + "'").update();
        }
        if (admin.sql("select count(*) from pg_database where datname = ?")
                .param(NAME)
                .query(Integer.class)
                .single() == 0) {
            admin.sql("create database " + NAME + " owner " + NAME).update();
        }
    }

    /** A first start that was killed leaves a cluster without its last file; there is nothing in it yet. */
    private static void forgetHalfMade(Path database) throws IOException {
        if (Files.isDirectory(database) && Files.notExists(database.resolve("global/pg_control"))) {
            try (var files = Files.walk(database)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path passwordFile(DataFolder folder) throws IOException {
        var file = folder.keys().resolve("postgresql.password");
        if (Files.notExists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            var draft = file.resolveSibling("postgresql.password.new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, DataFolder.ownerOnly("rw-------"));
            Files.writeString(draft, HexFormat.of().formatHex(secret));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static void keepPreviousLog(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("postgresql.log.previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + NAME
                + "?sslmode=disable&reWriteBatchedInserts=true";
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            server.close();
        }
    }
}
