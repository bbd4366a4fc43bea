package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** An agreed schedule of payments. */
public record PaymentPlanId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentPlanId {
        Objects.requireNonNull(value, "PaymentPlanId");
    }

    @Override
    public String toString() {
        return value;
    }
}
