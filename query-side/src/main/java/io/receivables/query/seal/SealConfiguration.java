package io.receivables.query.seal;

import io.micrometer.core.instrument.MeterRegistry;
import io.receivables.platform.eventstore.EventStoreConfiguration.PlatformSchemas;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.platform.eventstore.SchemaMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Events are sealed where a folder for checkpoints is named; questions about seals are answered everywhere. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealSettings.class)
class SealConfiguration {

    /** Asking for this bean makes sure that the schema {@code seal} is up to date. */
    static final class SealSchema {

        SealSchema(DataSource dataSource) {
            SchemaMigration.migrate(dataSource, "seal", "db/seal");
        }
    }

    @Bean
    static SealSchema sealSchema(PlatformSchemas events, DataSource dataSource) {
        return new SealSchema(dataSource);
    }

    @Bean
    SealRows sealRows(SealSchema schema, JdbcClient jdbc) {
        return new SealRows(jdbc);
    }

    @Bean
    Sealer sealer(SealSettings settings, SealSchema schema, ReceivablesEventStorageEngine store, JdbcClient jdbc,
            @Qualifier("eventTransactionManager") PlatformTransactionManager transactions, JsonMapper json, Clock clock,
            MeterRegistry meters) throws IOException {
        if (settings.folder() == null) {
            return new Sealer(null, settings.every(), meters);
        }
        var previous = settings.previousKey() == null ? null : SigningKey.read(settings.previousKey());
        return new Sealer(new Sealing(store, jdbc, transactions, new FolderArchive(settings.folder(), json),
                key(settings), previous, clock), settings.every(), meters);
    }

    private static SigningKey key(SealSettings settings) throws IOException {
        Path file = settings.key();
        if (file == null) {
            throw new IllegalStateException("receivables.seal.key names no file: checkpoints have to be signed");
        }
        return settings.makeKey() && Files.notExists(file) ? SigningKey.make(file) : SigningKey.read(file);
    }
}
