package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.money.Percentage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loss rates of a part of the receivables.
 *
 * @param receivableClass what it is for; null: every class
 * @param riskClass what it is for; null: every class
 * @param rates percent of what is not due, then of each bucket
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllowanceSegment(@Nullable ReceivableClass receivableClass, @Nullable RiskClass riskClass,
        List<Percentage> rates) {

    public boolean isFor(ReceivableClass itsClass, RiskClass itsRisk) {
        return (receivableClass == null || receivableClass == itsClass) && (riskClass == null || riskClass == itsRisk);
    }
}
