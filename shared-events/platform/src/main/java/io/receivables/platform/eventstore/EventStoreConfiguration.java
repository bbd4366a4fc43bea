package io.receivables.platform.eventstore;

import io.receivables.platform.database.ConnectionPoolsConfiguration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The event store as both sides import it. Engine, token stores, projections and the rest of a commit share one kind of
 * transaction: that of {@code eventTransactionManager}.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:receivables-platform.properties")
@Import(ConnectionPoolsConfiguration.class)
public class EventStoreConfiguration {

    /** Asking for this bean makes sure that the schemas {@code eventstore} and {@code party} are up to date. */
    public static final class PlatformSchemas {

        private PlatformSchemas(DataSource dataSource) {
            SchemaMigration.migrate(dataSource, "eventstore", "db/eventstore");
            SchemaMigration.migrate(dataSource, "party", "db/party");
        }
    }

    @Bean
    PlatformSchemas platformSchemas(DataSource dataSource) {
        return new PlatformSchemas(dataSource);
    }

    @Bean
    JdbcTransactionManager eventTransactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionManager axonTransactionManager(
            @Qualifier("eventTransactionManager") PlatformTransactionManager eventTransactionManager) {
        return new SpringTransactionManager(eventTransactionManager);
    }

    /**
     * The connection of the running transaction. Spring binds it to the thread, so Axon's wrapper that binds it to the
     * unit of work a second time is left out: it would hold on to the connection after the transaction has ended.
     */
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    /** For tokens and all that is neither fact nor message. Replay tokens name Axon's classes inside, which is allowed. */
    @Bean
    @Primary
    Serializer serializer() {
        var axonOnly = BasicPolymorphicTypeValidator.builder().allowIfSubType("org.axonframework.").build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(axonOnly))
                .build();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(Serializer serializer) {
        return serializer;
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return EventSerializer.create();
    }

    @Bean
    FactDecoder factDecoder(@Qualifier("eventSerializer") Serializer eventSerializer) {
        return new FactDecoder(eventSerializer, EventUpcasters.chain());
    }

    @Bean
    ReceivablesEventStorageEngine eventStorageEngine(PlatformSchemas schemas, DataSource dataSource,
            ConnectionProvider connectionProvider, TransactionManager transactionManager,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        return ReceivablesEventStorageEngine.on(dataSource, connectionProvider, transactionManager, eventSerializer,
                EventUpcasters.chain());
    }

    @Bean(name = "eventBus", destroyMethod = "shutDown")
    @Qualifier("eventStore")
    ReceivablesEventStore eventStore(ReceivablesEventStorageEngine engine, DataSource dataSource,
            org.axonframework.config.Configuration axon) {
        return ReceivablesEventStore.on(engine, dataSource, axon.messageMonitor(EventStore.class, "eventStore"),
                axon.getComponent(EventBusSpanFactory.class));
    }
}
