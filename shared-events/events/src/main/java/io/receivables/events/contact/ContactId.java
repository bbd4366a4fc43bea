package io.receivables.events.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** One contact with a customer. */
public record ContactId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContactId {
        Objects.requireNonNull(value, "ContactId");
    }

    @Override
    public String toString() {
        return value;
    }
}
