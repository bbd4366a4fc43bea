package io.receivables.query.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.platform.eventstore.EventSerializer;
import io.receivables.platform.eventstore.EventUpcasters;
import io.receivables.platform.eventstore.FactDecoder;
import io.receivables.platform.eventstore.SchemaMigration;
import io.receivables.platform.eventstore.UnknownEventException;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Facts of a revision that never was: an invoice whose number was called {@code documentNumber}. */
class HistoryTest {

    private static final InvoiceIssued INVOICE = Facts.invoice("INV-é", "120.00");
    private static final StreamKey STREAM = StreamKey.of(INVOICE.invoiceId());
    private static final AsOf LATER = new AsOf(LocalDate.of(2099, 12, 31),
            new Known(Long.MAX_VALUE, Instant.EPOCH));

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void anInvoiceOfRevision0() {
        SchemaMigration.migrate(database, "eventstore", "db/eventstore");
        SchemaMigration.migrate(database, "ledger", "db/ledger");
        jdbc.sql(
                """
                        insert into eventstore.event (global_index, event_identifier, aggregate_identifier, sequence_number, type,
                                                      payload_type, payload_revision, payload, metadata, time_stamp)
                        values (7, '1', 'invoice/INV-é', 3, 'invoice', 'InvoiceIssued', '0', ?, ?, now())""")
                .param(stored().getBytes(UTF_8))
                .param("{\"commandId\":\"command-1\",\"correlationId\":\"é\"}".getBytes(UTF_8))
                .update();
        var read = new RecordedFact(7, Instant.EPOCH, "InvoiceIssued", "clerk-1", null,
                INVOICE.effectiveDate(), INVOICE);
        new LedgerWriter(jdbc, new JdbcTemplate(database), SchemaName.LIVE)
                .write(List.of(new FoldedFact(read, LedgerRows.of(INVOICE))));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anOldRevisionIsReadAsTheOneOfToday() {
        var fact = new History(jdbc, decoder(new EventUpcasterChain(new InvoiceIssued0To1()))).of(STREAM, LATER)
                .getFirst();

        assertThat(fact.event()).isEqualTo(INVOICE);
        assertThat(fact.data()).as("as it is stored").isEqualTo(stored());
        assertThat(fact.revision()).isEqualTo("0");
        assertThat(fact.sequence()).isEqualTo(3);
        assertThat(fact.who()).isEqualTo("clerk-1");
        assertThat(fact.commandId()).isEqualTo("command-1");
        assertThat(fact.correlationId()).isEqualTo("é");
    }

    @Test
    void withoutItsUpcasterTheOldRevisionIsRefused() {
        var history = new History(jdbc, decoder(EventUpcasters.chain()));

        assertThatThrownBy(() -> history.of(STREAM, LATER)).isInstanceOf(UnknownEventException.class);
    }

    private static FactDecoder decoder(EventUpcaster upcasters) {
        return new FactDecoder(EventSerializer.create(), upcasters);
    }

    private static String stored() {
        return EventSerializer.create()
                .serialize(INVOICE, String.class)
                .getData()
                .replace("invoiceNumber", "documentNumber");
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
