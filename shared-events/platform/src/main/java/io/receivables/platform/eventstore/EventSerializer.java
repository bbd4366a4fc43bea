package io.receivables.platform.eventstore;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.EventCatalog;
import io.receivables.events.ReceivablesEvent;
import java.math.BigDecimal;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes facts as JSON under the name and revision of the {@link EventCatalog} and reads them back. Reading is lenient
 * about properties that it does not know, and strict about names and revisions: what it cannot place, it refuses.
 */
public final class EventSerializer extends Jackson3Serializer {

    private EventSerializer(Builder builder) {
        super(builder);
    }

    public static EventSerializer create() {
        return new EventSerializer(builder().jsonMapperBuilderCustomizer(EventSerializer::configure));
    }

    private static void configure(JsonMapper.Builder mapper) {
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                // Also inside a value type that is written as its one value, where a format on the component is not
                // seen.
                .withConfigOverride(BigDecimal.class, decimal -> decimal
                        .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                .changeDefaultPropertyInclusion(inclusion -> inclusion
                        .withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        var fact = EventCatalog.byAlias().get(type.getName());
        if (fact == null) {
            throw new UnknownEventException("no fact is called '" + type.getName() + "'");
        }
        if (!EventCatalog.revisionOf(fact).equals(type.getRevision())) {
            throw new UnknownEventException("nothing brings revision " + type.getRevision() + " of " + type.getName()
                    + " to revision " + EventCatalog.revisionOf(fact));
        }
        return fact;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the method it overrides
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.TYPE || type == Void.class) {
            return SerializedType.emptyType();
        }
        if (type == MetaData.class) {
            return new SimpleSerializedType(MetaData.class.getName(), null);
        }
        var alias = EventCatalog.aliasOf(type);
        if (alias == null) {
            throw new UnknownEventException(type.getName() + " is not in the catalog of facts");
        }
        return new SimpleSerializedType(alias,
                EventCatalog.revisionOf(((Class<?>) type).asSubclass(ReceivablesEvent.class)));
    }
}
