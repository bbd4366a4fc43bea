package io.receivables.events.allocation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** One decision that a payment or credit note settles an invoice. */
public record AllocationId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AllocationId {
        Objects.requireNonNull(value, "AllocationId");
    }

    @Override
    public String toString() {
        return value;
    }
}
