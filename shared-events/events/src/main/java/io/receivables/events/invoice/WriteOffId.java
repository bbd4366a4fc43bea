package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A write-off of (a part of) an invoice. */
public record WriteOffId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WriteOffId {
        Objects.requireNonNull(value, "WriteOffId");
    }

    @Override
    public String toString() {
        return value;
    }
}
