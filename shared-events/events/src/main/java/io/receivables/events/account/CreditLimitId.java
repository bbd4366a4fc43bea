package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A version of an account's credit limit, asked for or set. */
public record CreditLimitId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CreditLimitId {
        Objects.requireNonNull(value, "CreditLimitId");
    }

    @Override
    public String toString() {
        return value;
    }
}
