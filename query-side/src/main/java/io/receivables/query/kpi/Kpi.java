package io.receivables.query.kpi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key figure, with all that is needed to work it out again by hand.
 *
 * @param value with two decimals, rounded half up once, from inputs that are not rounded; null where it cannot be told
 * @param unit DAYS, PERCENT or TIMES
 * @param inputs by the names of the formula
 * @param reason why there is no value: a stable code; null where there is one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Kpi(@Nullable String value, Unit unit, String formula, Map<String, String> inputs,
        @Nullable String reason) {

    /** What a value counts. */
    public enum Unit {
        DAYS,
        PERCENT,
        TIMES
    }
}
