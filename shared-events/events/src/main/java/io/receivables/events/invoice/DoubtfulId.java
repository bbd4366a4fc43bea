package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A mark that an invoice is doubtful. */
public record DoubtfulId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DoubtfulId {
        Objects.requireNonNull(value, "DoubtfulId");
    }

    @Override
    public String toString() {
        return value;
    }
}
