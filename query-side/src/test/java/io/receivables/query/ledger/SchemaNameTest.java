package io.receivables.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.platform.eventstore.SchemaMigration;
import io.receivables.platform.testing.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaNameTest {

    @Test
    void noScriptOfTheBooksNamesItsSchema() {
        try (var database = EmbeddedDatabase.freshDatabase()) {
            var jdbc = JdbcClient.create(database);
            SchemaMigration.migrate(database, "eventstore", "db/eventstore");
            SchemaMigration.migrate(database, SchemaName.LIVE.name(), LedgerConfiguration.SCRIPTS);
            var live = jdbc.sql("select count(*) from pg_class where relnamespace = 'ledger'::regnamespace")
                    .query(Long.class)
                    .single();
            jdbc.sql("drop schema ledger cascade").update();

            SchemaMigration.migrate(database, "elsewhere", LedgerConfiguration.SCRIPTS);

            assertThat(jdbc.sql("select count(*) from pg_class where relnamespace = 'elsewhere'::regnamespace")
                    .query(Long.class)
                    .single()).isEqualTo(live);
            assertThat(
                    jdbc.sql("select count(*) from pg_namespace where nspname = 'ledger'").query(Long.class).single())
                    .isZero();
        }
    }
}
