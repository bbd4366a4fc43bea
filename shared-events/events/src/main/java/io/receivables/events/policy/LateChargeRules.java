package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What lateness costs.
 *
 * @param fixedIndemnity once for each invoice that is paid late; null: none is claimed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LateChargeRules(@Nullable Money fixedIndemnity) {}
