package io.receivables.events.factoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** Cash that came to us though the factor may claim it. */
public record FactorDebtId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FactorDebtId {
        Objects.requireNonNull(value, "FactorDebtId");
    }

    @Override
    public String toString() {
        return value;
    }
}
