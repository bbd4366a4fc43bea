package io.receivables.events.factoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** An assignment of receivables to a factor. */
public record FactoringId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FactoringId {
        Objects.requireNonNull(value, "FactoringId");
    }

    @Override
    public String toString() {
        return value;
    }
}
