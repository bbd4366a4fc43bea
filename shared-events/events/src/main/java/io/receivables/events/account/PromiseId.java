package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A customer's word to pay. */
public record PromiseId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PromiseId {
        Objects.requireNonNull(value, "PromiseId");
    }

    @Override
    public String toString() {
        return value;
    }
}
