package io.receivables.events.factoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A factor: a company that buys receivables or lends on them. */
public record FactorId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FactorId {
        Objects.requireNonNull(value, "FactorId");
    }

    @Override
    public String toString() {
        return value;
    }
}
