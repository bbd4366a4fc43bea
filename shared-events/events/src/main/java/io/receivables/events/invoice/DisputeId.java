package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A part of an invoice that the customer contests. */
public record DisputeId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DisputeId {
        Objects.requireNonNull(value, "DisputeId");
    }

    @Override
    public String toString() {
        return value;
    }
}
