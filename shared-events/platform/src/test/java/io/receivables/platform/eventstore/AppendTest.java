package io.receivables.platform.eventstore;

import static io.receivables.platform.testing.Facts.invoice;
import static io.receivables.platform.testing.Facts.terms;
import static io.receivables.platform.testing.TestEventStore.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.TestEventStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppendTest {

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final TestEventStore node = TestEventStore.on(database);
    private final JdbcClient sql = JdbcClient.create(database);

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void aTakenStreamIsNamedAlsoWhenItIsNotTheFirstOfTheAppend() {
        node.append("invoice/INV (1, 2)", 0, invoice("INV-1", "120.00"));
        var both = new ArrayList<DomainEventMessage<?>>(messages("account/C1", 0, terms(30)));
        both.addAll(messages("invoice/INV (1, 2)", 0, invoice("INV-1", "120.00")));

        assertThatThrownBy(() -> append(both))
                .isInstanceOfSatisfying(StreamAlreadyExistsException.class,
                        taken -> assertThat(taken.aggregateIdentifier()).isEqualTo("invoice/INV (1, 2)"));
        assertThat(countOfEvents()).isEqualTo(1);
    }

    @Test
    void aStreamThatMovedOnIsAConcurrencyException() {
        node.append("account/C1", 0, terms(30), terms(45));

        assertThatThrownBy(() -> node.append("account/C1", 1, terms(60)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("account/C1");
    }

    @Test
    void anAppendKeepsOrderAndTellsItsPositions() {
        var unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>("command"));
        assertThat(AppendedPositions.lastOf(unitOfWork)).isEmpty();

        append(messages("account/C1", 0, terms(1), terms(2), terms(3)));
        append(messages("account/C2", 0, terms(4)));

        assertThat(AppendedPositions.allOf(unitOfWork)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(AppendedPositions.lastOf(unitOfWork)).hasValue(4);
        unitOfWork.rollback();
        assertThat(payloads()).containsExactly(terms(1), terms(2), terms(3), terms(4));
    }

    @Test
    void numbersAreDrawnOnlyUnderTheSharedLock() {
        node.transactions().executeInTransaction(() -> {
            node.engine().appendEvents(messages("account/C1", 0, terms(30)));
            assertThat(sql.sql(AppendLock.HOLDERS).query().listOfRows()).hasSize(1);
        });
        assertThat(sql.sql(AppendLock.HOLDERS).query().listOfRows()).isEmpty();
    }

    @Test
    void timesKeepTheirMicroseconds() {
        var recorded = Instant.parse("2026-11-22T08:00:00.123456789Z");
        append(List.of(new GenericDomainEventMessage<>("account", "account/C1", 0,
                new GenericMessage<>(terms(30), MetaData.with("actor", "clerk-1")), recorded)));

        var loaded = node.store().readEvents("account/C1").next();
        assertThat(loaded.getTimestamp()).isEqualTo(Instant.parse("2026-11-22T08:00:00.123456Z"));
        assertThat(loaded.getMetaData()).containsExactly(Map.entry("actor", "clerk-1"));
        assertThat(loaded.getType()).isEqualTo("account");
    }

    @Test
    void auditorsReadPayloadAndMetadataAsJson() {
        append(List.of(new GenericDomainEventMessage<>("invoice", "invoice/INV-1", 0, invoice("INV-1", "120.00"),
                MetaData.with("actor", "clerk-1"))));

        assertThat(sql.sql("""
                select payload_type || '|' || payload_revision || '|' || (payload #>> '{total,amount}') || '|'
                       || jsonb_typeof(payload #> '{total,amount}') || '|' || (metadata ->> 'actor')
                  from eventstore.event_json""").query(String.class).single())
                .isEqualTo("InvoiceIssued|1|120.00|string|clerk-1");
    }

    @Test
    void aFactOutsideAnyStreamCanBeReadBack() {
        append(List.of(GenericEventMessage.asEventMessage(terms(30))));

        assertThat(payloads()).containsExactly(terms(30));
    }

    private void append(List<? extends EventMessage<?>> events) {
        node.transactions().executeInTransaction(() -> node.engine().appendEvents(events));
    }

    private List<Object> payloads() {
        return node.engine().readEvents(null, false).<Object>map(EventMessage::getPayload).toList();
    }

    private long countOfEvents() {
        return sql.sql("select count(*) from eventstore.event").query(Long.class).single();
    }
}
