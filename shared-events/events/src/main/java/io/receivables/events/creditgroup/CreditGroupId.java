package io.receivables.events.creditgroup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** Accounts that share a credit limit: those of a parent and its subsidiaries. */
public record CreditGroupId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CreditGroupId {
        Objects.requireNonNull(value, "CreditGroupId");
    }

    @Override
    public String toString() {
        return value;
    }
}
