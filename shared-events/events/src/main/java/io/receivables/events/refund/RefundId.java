package io.receivables.events.refund;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** Money given back to a customer. */
public record RefundId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefundId {
        Objects.requireNonNull(value, "RefundId");
    }

    @Override
    public String toString() {
        return value;
    }
}
