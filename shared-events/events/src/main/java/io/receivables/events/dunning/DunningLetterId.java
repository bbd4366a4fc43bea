package io.receivables.events.dunning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A letter that reminds a customer. */
public record DunningLetterId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DunningLetterId {
        Objects.requireNonNull(value, "DunningLetterId");
    }

    @Override
    public String toString() {
        return value;
    }
}
