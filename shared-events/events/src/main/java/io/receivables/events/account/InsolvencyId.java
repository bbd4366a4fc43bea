package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** An insolvency procedure of a customer. */
public record InsolvencyId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InsolvencyId {
        Objects.requireNonNull(value, "InsolvencyId");
    }

    @Override
    public String toString() {
        return value;
    }
}
