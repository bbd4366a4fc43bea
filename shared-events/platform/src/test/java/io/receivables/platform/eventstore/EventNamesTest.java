package io.receivables.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.events.EventCatalog;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentIdentified;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Guards what is stored for ever: the names and revisions of facts and the JSON of each. Lines and samples are added, never
 * edited; a sample that no longer reads means that history no longer reads.
 */
class EventNamesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventSerializer serializer = EventSerializer.create();

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> read("InvoiceForgotten", "1", "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("InvoiceForgotten");
    }

    @Test
    void aClassNameIsNoName() {
        assertThatThrownBy(
                () -> read("io.receivables.events.payment.PaymentIdentified", "1", sample("PaymentIdentified 1")))
                .isInstanceOf(UnknownEventException.class);
    }

    @Test
    void aRevisionThatNothingBringsUpToDateIsRefused() {
        assertThatThrownBy(() -> read("PaymentIdentified", "0", sample("PaymentIdentified 1")))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("revision 0");
    }

    @Test
    void whatIsNotInTheCatalogIsNotWritten() {
        assertThatThrownBy(() -> serializer.serialize(new AccountId("C1"), byte[].class))
                .isInstanceOf(UnknownEventException.class);
    }

    @Test
    void everyFactIsListedUnderItsRevision() {
        var listed = names().map(line -> line.split(" "))
                .collect(Collectors.groupingBy(name -> name[0],
                        Collectors.mapping(name -> Integer.valueOf(name[1]), Collectors.maxBy(Integer::compare))));
        var latest = listed.entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, name -> String.valueOf(name.getValue().orElseThrow())));
        var written = EventCatalog.byAlias()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, fact -> EventCatalog.revisionOf(fact.getValue())));

        assertThat(latest).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFrozenSampleReadsAndIsWrittenTheSame(String nameAndRevision) {
        var name = nameAndRevision.split(" ");
        var frozen = sample(nameAndRevision);

        var fact = read(name[0], name[1], frozen);

        assertThat(fact).isInstanceOf(EventCatalog.byAlias().get(name[0]));
        assertThat(fact.effectiveDate()).isNotNull();
        var written = serializer.serialize(fact, byte[].class);
        assertThat(written.getType().getName()).isEqualTo(name[0]);
        if (written.getType().getRevision().equals(name[1])) {
            assertThat(JSON.readTree(written.getData())).isEqualTo(JSON.readTree(frozen));
        }
    }

    /** Else a component could be renamed without any sample noticing. */
    @ParameterizedTest
    @MethodSource("revisions")
    void theFrozenSamplesSayAllThatTheFactCanSay(String nameAndRevision) {
        var name = nameAndRevision.split(" ");
        var facts = names().filter(line -> (line + " ").startsWith(nameAndRevision + " "))
                .map(line -> read(name[0], name[1], sample(line)))
                .toList();

        assertThat(Arrays.stream(facts.getFirst().getClass().getRecordComponents())
                .filter(component -> facts.stream().allMatch(fact -> isMissing(component, fact)))).isEmpty();
    }

    @Test
    void whatIsNotKnownIsOverlooked() {
        var more = (JsonNode) JSON.readTree(sample("PaymentIdentified 1"))
                .asObject()
                .put("colour", "blue");

        assertThat(read("PaymentIdentified", "1", JSON.writeValueAsBytes(more)))
                .isEqualTo(read("PaymentIdentified", "1", sample("PaymentIdentified 1")));
    }

    @Test
    void anAmountHasTheDecimalsOfItsCurrencyHoweverItWasWritten() {
        var short_ = new String(sample("PaymentIdentified 1"), StandardCharsets.UTF_8).replace("640.20", "640.2");

        var fact = (PaymentIdentified) read("PaymentIdentified", "1", short_.getBytes(StandardCharsets.UTF_8));

        assertThat(fact.amount()).isEqualTo(Money.of("640.20", "EUR"));
        assertThat(serializer.serialize(fact, String.class).getData()).contains("\"640.20\"");
    }

    /** A name and its revision; a third word tells several samples of one revision apart. */
    static Stream<String> names() {
        return new String(resource("/event-names.txt"), StandardCharsets.UTF_8).lines();
    }

    static Stream<String> revisions() {
        return names().map(line -> line.split(" ")).map(words -> words[0] + " " + words[1]).distinct();
    }

    private ReceivablesEvent read(String name, String revision, byte[] json) {
        SerializedObject<byte[]> payload = new SimpleSerializedObject<>(json, byte[].class,
                new SimpleSerializedType(name, revision));
        var metaData = serializer.serialize(MetaData.emptyInstance(), byte[].class);
        var stored = new StoredEvent("test", "test/1", 0, "id", Instant.EPOCH, payload,
                new SerializedMetaData<>(metaData.getData(), byte[].class));
        return (ReceivablesEvent) EventStreamUtils
                .upcastAndDeserializeDomainEvents(Stream.of(stored), serializer, EventUpcasters.chain())
                .next()
                .getPayload();
    }

    private static boolean isMissing(RecordComponent component, Object fact) {
        try {
            return component.getAccessor().invoke(fact) == null;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sample(String nameAndRevision) {
        return resource("/events/" + nameAndRevision.replaceFirst(" ", "/").replace(' ', '-') + ".json");
    }

    private static byte[] resource(String path) {
        try (InputStream resource = EventNamesTest.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(resource, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
