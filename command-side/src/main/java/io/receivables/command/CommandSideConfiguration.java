package io.receivables.command;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.accountmapping.AccountMapping;
import io.receivables.command.approvalattempt.ApprovalAttempts;
import io.receivables.command.charge.LateCharge;
import io.receivables.command.collectioncase.CollectionCase;
import io.receivables.command.contact.Contact;
import io.receivables.command.creditgroup.CreditGroup;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.dunning.DunningLetter;
import io.receivables.command.dunning.DunningRun;
import io.receivables.command.entity.LegalEntity;
import io.receivables.command.factoring.Factoring;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.lane.AnswerInFull;
import io.receivables.command.payment.Payment;
import io.receivables.command.period.AccountingPeriods;
import io.receivables.command.policy.CreditPolicy;
import io.receivables.command.rate.ReferenceRateHistory;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.PastStreams;
import io.receivables.command.stream.StreamCache;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.platform.eventstore.EventStoreConfiguration;
import io.receivables.platform.eventstore.SchemaMigration;
import io.receivables.platform.identity.IdentityConfiguration;
import io.receivables.platform.observability.ObservabilityConfiguration;
import io.receivables.platform.problem.ProblemAdvice;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.modelling.command.Repository;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side, to run alone or beside the query side. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackages = "io.receivables.command", excludeFilters = @ComponentScan.Filter(SpringBootApplication.class))
@Import({EventStoreConfiguration.class, IdentityConfiguration.class, ObservabilityConfiguration.class,
        ProblemAdvice.class})
public class CommandSideConfiguration {

    private static final int CACHED_STREAMS = 20_000;
    /** Some groups of the lane: a document is decided about a few times, and soon after it was begun. */
    private static final int CACHED_DOCUMENTS = 2_000;

    /** The tables of the command side exist before any bean uses them. */
    @Bean
    SchemaReady commandSchema(DataSource dataSource) {
        SchemaMigration.migrate(dataSource, "command", "db/command");
        return new SchemaReady();
    }

    /** Marks that the migrations have run. */
    static final class SchemaReady {}

    /** "Today" everywhere; tests put their own in its place. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Streams that were decided about lately, so that the next decision needs no load. */
    @Bean
    StreamCache aggregateCache() {
        return new StreamCache(CACHED_STREAMS, CACHED_DOCUMENTS);
    }

    /** None: the lane decides one command at a time. */
    @Bean
    LockFactory streamLocks() {
        return NullLockFactory.INSTANCE;
    }

    @Bean
    Streams<LegalEntity> legalEntities(Repository<LegalEntity> repository, BusinessDays days) {
        return new Streams<>(StreamType.LEGAL_ENTITY, repository, days);
    }

    @Bean
    Streams<CustomerAccount> customerAccounts(Repository<CustomerAccount> repository, BusinessDays days) {
        return new Streams<>(StreamType.ACCOUNT, repository, days);
    }

    @Bean
    Streams<CreditGroup> creditGroupStreams(Repository<CreditGroup> repository, BusinessDays days) {
        return new Streams<>(StreamType.CREDIT_GROUP, repository, days);
    }

    @Bean
    Streams<Invoice> invoices(Repository<Invoice> repository, BusinessDays days) {
        return new Streams<>(StreamType.INVOICE, repository, days);
    }

    @Bean
    Streams<Payment> payments(Repository<Payment> repository, BusinessDays days) {
        return new Streams<>(StreamType.PAYMENT, repository, days);
    }

    @Bean
    Streams<CreditNote> creditNotes(Repository<CreditNote> repository, BusinessDays days) {
        return new Streams<>(StreamType.CREDIT_NOTE, repository, days);
    }

    @Bean
    AnswerInFull issuedInvoices(PastStreams past) {
        return new AnswerInFull("/v1/invoices/", (id, version, day) -> past
                .at(Invoice.class, StreamType.INVOICE.streamId(id), version)
                .resource(Objects.requireNonNull(day), version));
    }

    @Bean
    AnswerInFull receivedPayments(PastStreams past) {
        return new AnswerInFull("/v1/payments/", (id, version, _) -> past
                .at(Payment.class, StreamType.PAYMENT.streamId(id), version)
                .resource(null, version));
    }

    @Bean
    AnswerInFull issuedCreditNotes(PastStreams past) {
        return new AnswerInFull("/v1/credit-notes/", (id, version, _) -> past
                .at(CreditNote.class, StreamType.CREDIT_NOTE.streamId(id), version)
                .resource(null, version));
    }

    @Bean
    Streams<LateCharge> lateCharges(Repository<LateCharge> repository, BusinessDays days) {
        return new Streams<>(StreamType.LATE_CHARGE, repository, days);
    }

    @Bean
    Streams<CollectionCase> collectionCaseStreams(Repository<CollectionCase> repository, BusinessDays days) {
        return new Streams<>(StreamType.COLLECTION_CASE, repository, days);
    }

    @Bean
    Streams<DunningRun> dunningRunStreams(Repository<DunningRun> repository, BusinessDays days) {
        return new Streams<>(StreamType.DUNNING_RUN, repository, days);
    }

    @Bean
    Streams<DunningLetter> dunningLetterStreams(Repository<DunningLetter> repository, BusinessDays days) {
        return new Streams<>(StreamType.DUNNING_LETTER, repository, days);
    }

    @Bean
    Streams<Contact> contacts(Repository<Contact> repository, BusinessDays days) {
        return new Streams<>(StreamType.CONTACT, repository, days);
    }

    @Bean
    Streams<Factoring> factorings(Repository<Factoring> repository, BusinessDays days) {
        return new Streams<>(StreamType.FACTORING, repository, days);
    }

    @Bean
    Streams<ReferenceRateHistory> referenceRateStreams(Repository<ReferenceRateHistory> repository, BusinessDays days) {
        return new Streams<>(StreamType.REFERENCE_RATE, repository, days);
    }

    @Bean
    Streams<AccountingPeriods> accountingPeriodStreams(Repository<AccountingPeriods> repository, BusinessDays days) {
        return new Streams<>(StreamType.ACCOUNTING_PERIOD, repository, days);
    }

    @Bean
    Streams<ApprovalAttempts> approvalAttemptStreams(Repository<ApprovalAttempts> repository, BusinessDays days) {
        return new Streams<>(StreamType.APPROVAL_ATTEMPTS, repository, days);
    }

    @Bean
    Streams<AccountMapping> accountMappingStreams(Repository<AccountMapping> repository, BusinessDays days) {
        return new Streams<>(StreamType.ACCOUNT_MAPPING, repository, days);
    }

    @Bean
    Streams<CreditPolicy> creditPolicyStreams(Repository<CreditPolicy> repository, BusinessDays days) {
        return new Streams<>(StreamType.CREDIT_POLICY, repository, days);
    }
}
