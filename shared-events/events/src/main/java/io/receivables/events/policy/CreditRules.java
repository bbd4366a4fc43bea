package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How credit limits and holds are kept.
 *
 * @param mode what happens when a rule is broken; null: BLOCK
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditRules(@Nullable Mode mode) {

    /** Refuse the invoice, let it pass with a warning in its fact, or do not look. */
    public enum Mode {
        BLOCK,
        WARN,
        NONE
    }
}
