package io.receivables.events.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Objects;

/** A percentage such as {@code 20.00}: per hundred, exact, without rounding. */
public record Percentage(@JsonValue @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Percentage {
        Objects.requireNonNull(value, "percentage");
    }

    public static Percentage of(String value) {
        return new Percentage(new BigDecimal(value));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
