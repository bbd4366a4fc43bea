package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * How the expected credit loss is estimated.
 *
 * @param doubtfulPercent of what is doubtful, apart from the matrix; null: 100
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllowanceRules(@Nullable Percentage doubtfulPercent) {

    /** Where no policy says otherwise. */
    public static final AllowanceRules DEFAULT = new AllowanceRules(null);
}
