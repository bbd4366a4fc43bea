package io.receivables.events.entity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** The company that is owed; it owns its books, periods and policies. */
public record LegalEntityId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LegalEntityId {
        Objects.requireNonNull(value, "LegalEntityId");
    }

    @Override
    public String toString() {
        return value;
    }
}
