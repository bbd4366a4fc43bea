package io.receivables.events.factoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A report of the factor that the debtor has paid it. */
public record FactorSettlementId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FactorSettlementId {
        Objects.requireNonNull(value, "FactorSettlementId");
    }

    @Override
    public String toString() {
        return value;
    }
}
