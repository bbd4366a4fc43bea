package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A permission to exceed a credit limit or hold once, up to an amount. */
public record CreditOverrideId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CreditOverrideId {
        Objects.requireNonNull(value, "CreditOverrideId");
    }

    @Override
    public String toString() {
        return value;
    }
}
