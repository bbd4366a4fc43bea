package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A stop that a person has put on an account. */
public record CreditHoldId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CreditHoldId {
        Objects.requireNonNull(value, "CreditHoldId");
    }

    @Override
    public String toString() {
        return value;
    }
}
