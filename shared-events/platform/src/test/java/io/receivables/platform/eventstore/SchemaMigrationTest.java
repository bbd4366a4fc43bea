package io.receivables.platform.eventstore;

import static io.receivables.platform.testing.Facts.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.TestEventStore;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaMigrationTest {

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final JdbcClient sql = JdbcClient.create(database);

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update eventstore.event set payload = payload",
            "update eventstore.event set type = 'x' where false", "delete from eventstore.event",
            "truncate eventstore.event", "truncate eventstore.event cascade",
            "set session_replication_role = replica; delete from eventstore.event",
            "insert into eventstore.event select * from eventstore.event on conflict (global_index) do update set type = 'x'"})
    void evenTheOwnerCannotChangeWhatHappened(String change) {
        try (var node = TestEventStore.on(database)) {
            node.append("account/C1", 0, terms(30));

            assertThatThrownBy(() -> execute(change)).hasMessageContaining("events are only ever added");
            assertThat(sql.sql("select count(*) from eventstore.event").query(Long.class).single()).isEqualTo(1);
        }
    }

    @Test
    void theRoleOfTheServiceMayAddAndReadAndNothingElse() {
        SchemaMigration.migrate(database, "eventstore", "db/eventstore");

        assertThat(sql.sql("""
                select privilege_type from information_schema.role_table_grants
                 where grantee = 'receivables_app' and table_schema = 'eventstore' and table_name = 'event'""")
                .query(String.class)
                .list()).containsExactlyInAnyOrder("SELECT", "INSERT");
        assertThatThrownBy(
                () -> execute("set role receivables_app; drop trigger event_is_append_only on eventstore.event"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> execute("set role receivables_app; delete from eventstore.event"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void processesThatStartTogetherDoNotDisturbEachOther() {
        var starts = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                    SchemaMigration.migrate(database, "eventstore", "db/eventstore");
                    SchemaMigration.migrate(database, "party", "db/party");
                }, task -> Thread.ofPlatform().start(task)))
                .toArray(CompletableFuture<?>[]::new);

        CompletableFuture.allOf(starts).join();

        assertThat(sql.sql("select count(*) from eventstore.flyway_schema_history where version = '1'")
                .query(Long.class)
                .single()).isEqualTo(1);
    }

    @Test
    void aPartyCanBeCorrectedAndErased() {
        SchemaMigration.migrate(database, "party", "db/party");
        sql.sql("insert into party.customer_account_party (account_id, name, contact) values ('C1', 'Ada', '{}')")
                .update();

        assertThat(sql.sql("update party.customer_account_party set name = 'Ada L.'").update()).isEqualTo(1);
        assertThat(sql.sql("delete from party.customer_account_party").update()).isEqualTo(1);
    }

    // On a connection that is thrown away, since it may have changed its session.
    private void execute(String statements) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            try {
                statement.execute(statements);
            } finally {
                database.evictConnection(connection);
            }
        }
    }
}
