package io.receivables.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @Test
    void keepsWhatWasWrittenAndGuardsIt() throws Exception {
        var folder = new DataFolder(home.resolve("data"));
        try (var database = EmbeddedDatabase.in(folder)) {
            var client = client(database, database.getPassword());
            client.sql("create table kept (what text)").update();
            client.sql("insert into kept values ('this')").update();
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(text(client, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(text(client, "select rolsuper::text from pg_roles where rolname = current_user"))
                    .isEqualTo("false");
            assertThatThrownBy(() -> text(client(database, "wrong"), "select 1")).rootCause()
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> EmbeddedDatabase.in(folder)).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("another instance");
        }
        // As a kill leaves it.
        Files.writeString(folder.database().resolve("epg-lock"), "");
        try (var database = EmbeddedDatabase.in(folder)) {
            assertThat(text(client(database, database.getPassword()), "select what from kept")).isEqualTo("this");
        }
    }

    @Test
    void beginsAgainAfterAFirstStartThatWasKilled() throws Exception {
        var folder = new DataFolder(home.resolve("data")).created();
        Files.createDirectories(folder.database().resolve("base"));
        Files.writeString(folder.database().resolve("postgresql.conf"), "");
        try (var database = EmbeddedDatabase.in(folder)) {
            assertThat(text(client(database, database.getPassword()), "select 'up'")).isEqualTo("up");
        }
    }

    private static JdbcClient client(EmbeddedDatabase database, String password) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), password));
    }

    private static String text(JdbcClient client, String sql) {
        return client.sql(sql).query(String.class).single();
    }
}
