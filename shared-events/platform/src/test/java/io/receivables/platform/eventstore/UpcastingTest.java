package io.receivables.platform.eventstore;

import static io.receivables.platform.testing.Facts.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.TestEventStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Facts of a revision that never was: an invoice whose number was called {@code documentNumber}. */
class UpcastingTest {

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final TestEventStore node = TestEventStore.on(database,
            EventUpcasters.chain(List.of(new InvoiceIssued0To1())));

    @BeforeEach
    void storeAnInvoiceOfRevision0() {
        JdbcClient.create(database)
                .sql("""
                        insert into eventstore.event (global_index, event_identifier, aggregate_identifier, sequence_number, type, payload_type,
                                                      payload_revision, payload, metadata, time_stamp)
                        values (nextval('eventstore.event_global_index'), '1', 'invoice/INV-1', 0, 'invoice', 'InvoiceIssued', '0', ?, '{}', now())""")
                .param(new String(
                        EventSerializer.create().serialize(invoice("INV-1", "120.00"), byte[].class).getData(),
                        StandardCharsets.UTF_8)
                        .replace("invoiceNumber", "documentNumber")
                        .getBytes(StandardCharsets.UTF_8))
                .update();
        node.append("invoice/INV-2", 0, invoice("INV-2", "240.00"));
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void withoutItsUpcasterTheOldRevisionIsRefused() {
        try (var without = TestEventStore.on(database)) {
            assertThatThrownBy(() -> without.engine().readEvents(null, false).toList())
                    .isInstanceOf(UnknownEventException.class);
            assertThatThrownBy(() -> without.store().readEvents("invoice/INV-1").next())
                    .isInstanceOf(UnknownEventException.class);
        }
    }

    @Test
    void bothRevisionsAreReadAsTheOneOfToday() {
        assertThat(node.engine().readEvents(null, false).<Object>map(EventMessage::getPayload).toList())
                .containsExactly(invoice("INV-1", "120.00"), invoice("INV-2", "240.00"));
    }

    @Test
    void anAggregateLoadsTheOldRevision() {
        assertThat(node.store().readEvents("invoice/INV-1").next().getPayload()).isEqualTo(invoice("INV-1", "120.00"));
    }

    private static final class InvoiceIssued0To1 extends SingleEventUpcaster {

        private static final String NAME = InvoiceIssued.class.getSimpleName();

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType(NAME, "0"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType(NAME, "1"), JsonNode.class, payload -> {
                var renamed = payload.asObject();
                renamed.set("invoiceNumber", renamed.remove("documentNumber"));
                return renamed;
            });
        }
    }
}
