package io.receivables.events.factoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A transfer of money to the factor. */
public record FactorPayoutId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FactorPayoutId {
        Objects.requireNonNull(value, "FactorPayoutId");
    }

    @Override
    public String toString() {
        return value;
    }
}
