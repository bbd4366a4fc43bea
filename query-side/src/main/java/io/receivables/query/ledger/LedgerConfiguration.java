package io.receivables.query.ledger;

import io.receivables.platform.eventstore.EventStoreConfiguration.PlatformSchemas;
import io.receivables.platform.eventstore.FactDecoder;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.platform.eventstore.SchemaMigration;
import io.receivables.platform.eventstore.TailingProcessor;
import io.receivables.platform.eventstore.TokenStores;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryDependsOnPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The books and the processor that keeps them. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    /** Rows of so many facts are written by one set of statements. */
    private static final int BATCH_SIZE = 1_000;

    static final String SCRIPTS = "db/ledger";

    /** Asking for this bean makes sure that the schemas {@code ledger} and {@code operations} are up to date. */
    static final class LedgerSchema {

        /** @param events the schema that a view of the ledger reads */
        LedgerSchema(DataSource dataSource, PlatformSchemas events) {
            SchemaMigration.migrate(dataSource, SchemaName.LIVE.name(), SCRIPTS);
            SchemaMigration.migrate(dataSource, "operations", "db/operations");
        }
    }

    @Bean
    static LedgerSchema ledgerSchema(DataSource dataSource, PlatformSchemas events) {
        return new LedgerSchema(dataSource, events);
    }

    /** Hibernate checks its mappings against the tables, so the tables come first. */
    @Bean
    static EntityManagerFactoryDependsOnPostProcessor tablesBeforeMappings() {
        return new EntityManagerFactoryDependsOnPostProcessor(
                LedgerSchema.class);
    }

    @Bean
    Fold ledgerFold() {
        return LedgerRows::of;
    }

    @Bean
    FactReader factReader() {
        return new FactReader();
    }

    @Bean
    ParkingWriter ledgerWriter(LedgerSchema schema, JdbcTemplate jdbc, JdbcClient client, Fold fold,
            @Qualifier("eventTransactionManager") PlatformTransactionManager transactions) {
        return ParkingWriter.into(SchemaName.LIVE, fold, jdbc, client, transactions);
    }

    @Bean
    LedgerProjection ledgerProjection(ParkingWriter ledgerWriter, FactReader reader,
            @Value("${receivables.ledger.rest:25ms}") Duration rest, Clock clock) {
        return new LedgerProjection(ledgerWriter, reader, rest, clock);
    }

    @Bean
    ParkedFacts parkedFacts(JdbcClient jdbc) {
        return new ParkedFacts(jdbc);
    }

    @Bean
    RetryParkedFacts retryParkedFacts(ReceivablesEventStorageEngine store, FactReader reader,
            ParkingWriter ledgerWriter, JdbcClient jdbc,
            @Qualifier("eventTransactionManager") PlatformTransactionManager transactions) {
        return new RetryParkedFacts(store, reader, ledgerWriter, new ParkedTable(jdbc, SchemaName.LIVE), jdbc,
                transactions);
    }

    @Bean
    LedgerStatus ledgerStatus(JdbcClient jdbc) {
        return new LedgerStatus(jdbc);
    }

    @Bean
    LedgerGauges ledgerGauges(LedgerStatus status) {
        return new LedgerGauges(status);
    }

    @Bean
    RebuildLedger rebuildLedger(LedgerSchema schema, DataSource dataSource, JdbcTemplate jdbc, JdbcClient client,
            ReceivablesEventStorageEngine store, FactReader reader, Fold fold, Serializer general,
            @Qualifier("eventTransactionManager") PlatformTransactionManager transactions) {
        return new RebuildLedger(new RebuildRun.Parts(dataSource, jdbc, transactions, store, reader, fold, general,
                new RebuildJournal(client), KnownItems.OF_REBUILD));
    }

    /** One thread in the order of the store. An event that cannot even be read stops it, for no fact may be skipped. */
    @Bean
    ConfigurerModule ledgerProcessor(LedgerSchema schema, ConnectionProvider connections, Serializer general) {
        var tokens = TokenStores.in("ledger", connections, general);
        return configurer -> configurer.eventProcessing(processing -> processing
                .registerEventProcessor(LedgerProjection.GROUP,
                        TailingProcessor.with(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(BATCH_SIZE)
                                // How soon a node looks again for work that another one has let go.
                                .andTokenClaimInterval(1, TimeUnit.SECONDS)))
                .registerTokenStore(LedgerProjection.GROUP, config -> tokens)
                .registerListenerInvocationErrorHandler(LedgerProjection.GROUP,
                        config -> PropagatingErrorHandler.instance()));
    }

    @Bean
    History ledgerHistory(JdbcClient jdbc, FactDecoder decoder) {
        return new History(jdbc, decoder);
    }

    @Bean
    Progress ledgerProgress(JdbcClient jdbc) {
        return new Progress(jdbc);
    }

    @Bean
    MonthEnds ledgerMonthEnds(Progress progress) {
        return new MonthEnds(progress);
    }

    @Bean
    CreditPolicyVersions creditPolicyVersions(History history) {
        return new CreditPolicyVersions(history);
    }

    @Bean
    BookedFacts bookedFacts(JdbcClient jdbc, History history) {
        return new BookedFacts(jdbc, history);
    }

    @Bean
    AccountMappings accountMappings(History history) {
        return new AccountMappings(history);
    }

    @Bean
    DunningLevels dunningLevels(JdbcClient jdbc) {
        return new DunningLevels(jdbc);
    }

    @Bean
    SignOffs signOffs(History history) {
        return new SignOffs(history);
    }

    @Bean
    LegalEntities ledgerLegalEntities(History history) {
        return new LegalEntities(history);
    }

    @Bean
    DoubtfulAmounts doubtfulAmounts(JdbcClient jdbc) {
        return new DoubtfulAmounts(jdbc);
    }

    @Bean
    DisputedAmounts disputedAmounts(JdbcClient jdbc) {
        return new DisputedAmounts(jdbc);
    }

    @Bean
    PlannedItems plannedItems(JdbcClient jdbc, History history) {
        return new PlannedItems(jdbc, history);
    }

    @Bean
    Flows ledgerFlows(JdbcClient jdbc, MonthEnds monthEnds) {
        return new Flows(jdbc, monthEnds);
    }

    @Bean
    DueBalances ledgerDueBalances(JdbcClient jdbc, MonthEnds monthEnds) {
        return new DueBalances(jdbc, monthEnds);
    }

    @Bean
    OpenClaims ledgerOpenClaims(JdbcClient jdbc, Progress progress) {
        return new OpenClaims(jdbc, progress);
    }

    @Bean
    PaymentBehaviours paymentBehaviours(JdbcClient jdbc, Progress progress) {
        return new PaymentBehaviours(jdbc, progress);
    }

    @Bean
    RiskClasses riskClasses(JdbcClient jdbc, PaymentBehaviours behaviours, CreditPolicyVersions policies) {
        return new RiskClasses(jdbc, behaviours, policies);
    }

    @Bean
    FactoredAmounts factoredAmounts(JdbcClient jdbc) {
        return new FactoredAmounts(jdbc);
    }

    @Bean
    Limitations limitations(JdbcClient jdbc, CreditPolicyVersions policies, Progress progress) {
        return new Limitations(jdbc, policies, progress);
    }

    @Bean
    CustomerNames ledgerCustomerNames(JdbcClient jdbc) {
        return new CustomerNames(jdbc);
    }
}
