package io.receivables.bench.run;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL for one run, set up like that of the default installation: what is answered is on disk. */
public final class BenchDatabase implements AutoCloseable {

    private static final String NAME = "receivables";
    /** Long enough for the recovery after a kill. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final EmbeddedPostgres server;

    private BenchDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * @param folder where its data and its log are while it runs
     * @param kept whether the data stays there afterwards, and is used again if it is there
     * @param profiled whether it counts what each statement takes
     */
    public static BenchDatabase start(Path folder, boolean kept, boolean profiled) throws IOException {
        var log = Redirect.appendTo(folder.resolve("postgresql.log").toFile());
        Files.deleteIfExists(folder.resolve("postgresql/epg-lock")); // of a run that was killed
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(!kept)
                .setPGStartupWait(START_PATIENCE)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("jit", "off")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("min_wal_size", "1GB")
                .setServerConfig("shared_buffers", "256MB")
                // Callers of the reference have a connection each.
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_preload_libraries", profiled ? "pg_stat_statements" : "")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .start();
        var admin = JdbcClient.create(server.getPostgresDatabase());
        if (!"on".equals(admin.sql("show fsync").query(String.class).single())) {
            throw new IllegalStateException("a database that does not wait for its disk would flatter every figure");
        }
        if (admin.sql("select count(*) from pg_database where datname = ?")
                .param(NAME)
                .query(Long.class)
                .single() == 0) {
            admin.sql("create database " + NAME).update();
            haveLog(admin);
        }
        if (profiled) {
            var jdbc = JdbcClient.create(server.getDatabase("postgres", NAME));
            jdbc.sql("create extension if not exists pg_stat_statements").update();
        }
        return new BenchDatabase(server);
    }

    /** As after a day of use: a new database makes and fills the files of its log while it is written to. */
    private static void haveLog(JdbcClient admin) {
        admin.sql(
                "select count(pg_logical_emit_message(false, 'log', repeat(' ', 1048576))) from generate_series(1, 1024)")
                .query(Long.class)
                .single();
        admin.sql("checkpoint").update();
    }

    public String url() {
        return server.getJdbcUrl("postgres", NAME) + "&sslmode=disable&reWriteBatchedInserts=true";
    }

    /** Connections that are not the service's. */
    public HikariDataSource pool(int size) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setMaximumPoolSize(size);
        return pool;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
