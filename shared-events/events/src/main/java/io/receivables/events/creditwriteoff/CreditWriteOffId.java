package io.receivables.events.creditwriteoff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A write-off of (a part of) what a customer has in its favour. */
public record CreditWriteOffId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CreditWriteOffId {
        Objects.requireNonNull(value, "CreditWriteOffId");
    }

    @Override
    public String toString() {
        return value;
    }
}
