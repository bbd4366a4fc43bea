package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How the behaviour of a customer becomes a class of risk.
 *
 * @param minimumSettled invoices that a customer has settled before its behaviour says anything; null: 3
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskRules(@Nullable Integer minimumSettled) {

    /** Where no policy says otherwise. */
    public static final RiskRules DEFAULT = new RiskRules(null);
}
