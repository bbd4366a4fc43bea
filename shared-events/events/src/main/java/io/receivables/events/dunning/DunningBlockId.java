package io.receivables.events.dunning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A stop to reminders that a person has put on an invoice or an account. */
public record DunningBlockId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DunningBlockId {
        Objects.requireNonNull(value, "DunningBlockId");
    }

    @Override
    public String toString() {
        return value;
    }
}
