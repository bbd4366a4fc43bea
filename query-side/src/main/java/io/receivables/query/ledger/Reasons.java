package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reasons that facts themselves carry: what they call {@code reason}. */
final class Reasons {

    private static final ClassValue<Optional<Method>> REASON = new ClassValue<>() {

        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.isRecord() ? type.getRecordComponents() : new RecordComponent[0])
                    .filter(component -> component.getName().equals("reason") && component.getType() == String.class)
                    .map(RecordComponent::getAccessor)
                    .findFirst();
        }
    };

    private Reasons() {}

    /** Null where the fact carries none. */
    static @Nullable String in(ReceivablesEvent event) {
        var reason = REASON.get(event.getClass());
        if (reason.isEmpty()) {
            return null;
        }
        try {
            return (String) reason.get().invoke(event);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("cannot read the reason of " + event.getClass(), unreadable);
        }
    }
}
