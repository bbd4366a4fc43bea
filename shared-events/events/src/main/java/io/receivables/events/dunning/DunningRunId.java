package io.receivables.events.dunning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A run of reminders: one for each legal entity and day. */
public record DunningRunId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DunningRunId {
        Objects.requireNonNull(value, "DunningRunId");
    }

    @Override
    public String toString() {
        return value;
    }
}
