package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** Something that starts the limitation of a claim anew. */
public record LimitationInterruptionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LimitationInterruptionId {
        Objects.requireNonNull(value, "LimitationInterruptionId");
    }

    @Override
    public String toString() {
        return value;
    }
}
