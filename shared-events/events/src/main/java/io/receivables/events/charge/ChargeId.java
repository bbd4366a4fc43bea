package io.receivables.events.charge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** One late charge. */
public record ChargeId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChargeId {
        Objects.requireNonNull(value, "ChargeId");
    }

    @Override
    public String toString() {
        return value;
    }
}
