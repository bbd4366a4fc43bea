package io.receivables.events.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Objects;

/** A percentage such as {@code 20.00}: per hundred, exact, without rounding; a string in JSON. */
public record Percentage(BigDecimal value) {

    public Percentage {
        Objects.requireNonNull(value, "percentage");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Percentage of(String value) {
        return new Percentage(new BigDecimal(value));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toPlainString();
    }
}
