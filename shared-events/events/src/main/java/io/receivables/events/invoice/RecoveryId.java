package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** Money that came after the write-off. */
public record RecoveryId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecoveryId {
        Objects.requireNonNull(value, "RecoveryId");
    }

    @Override
    public String toString() {
        return value;
    }
}
