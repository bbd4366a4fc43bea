package io.receivables.query.ledger;

import io.receivables.platform.eventstore.SchemaMigration;
import io.receivables.platform.eventstore.TailingProcessor;
import io.receivables.platform.eventstore.TokenStores;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryDependsOnPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books and the processor that keeps them. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    /** Rows of so many facts are written by one set of statements. */
    private static final int BATCH_SIZE = 1_000;

    /** Asking for this bean makes sure that the schema {@code ledger} is up to date. */
    static final class LedgerSchema {

        LedgerSchema(DataSource dataSource) {
            SchemaMigration.migrate(dataSource, "ledger", "db/ledger");
        }
    }

    @Bean
    static LedgerSchema ledgerSchema(DataSource dataSource) {
        return new LedgerSchema(dataSource);
    }

    /** Hibernate checks its mappings against the tables, so the tables come first. */
    @Bean
    static EntityManagerFactoryDependsOnPostProcessor tablesBeforeMappings() {
        return new EntityManagerFactoryDependsOnPostProcessor(
                LedgerSchema.class);
    }

    @Bean
    LedgerProjection ledgerProjection(LedgerSchema schema, JdbcTemplate jdbc, JdbcClient client,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        return new LedgerProjection(new LedgerWriter(client, new LedgerTables(jdbc)), eventSerializer);
    }

    /** One thread in the order of the store; a fact that cannot be folded stops it, for no fact may be skipped. */
    @Bean
    ConfigurerModule ledgerProcessor(LedgerSchema schema, ConnectionProvider connections, Serializer general) {
        var tokens = TokenStores.in("ledger", connections, general);
        return configurer -> configurer.eventProcessing(processing -> processing
                .registerEventProcessor(LedgerProjection.GROUP,
                        TailingProcessor.with(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(BATCH_SIZE)))
                .registerTokenStore(LedgerProjection.GROUP, config -> tokens)
                .registerListenerInvocationErrorHandler(LedgerProjection.GROUP,
                        config -> PropagatingErrorHandler.instance()));
    }

    @Bean
    History ledgerHistory(JdbcClient jdbc, @Qualifier("eventSerializer") Serializer eventSerializer) {
        return new History(jdbc, eventSerializer);
    }

    @Bean
    Progress ledgerProgress(JdbcClient jdbc) {
        return new Progress(jdbc);
    }

    @Bean
    LegalEntities ledgerLegalEntities(History history) {
        return new LegalEntities(history);
    }

    @Bean
    CustomerNames ledgerCustomerNames(JdbcClient jdbc) {
        return new CustomerNames(jdbc);
    }
}
