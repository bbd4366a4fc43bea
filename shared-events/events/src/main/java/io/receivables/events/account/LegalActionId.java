package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** An action in court. */
public record LegalActionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LegalActionId {
        Objects.requireNonNull(value, "LegalActionId");
    }

    @Override
    public String toString() {
        return value;
    }
}
