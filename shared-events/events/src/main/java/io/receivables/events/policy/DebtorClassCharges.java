package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lateness costs a class of debtors, instead of all that is said for everybody: what is left out here is not claimed.
 * The components mean what they mean in {@link LateChargeRules}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DebtorClassCharges(DebtorClass debtorClass, @Nullable InterestRules interest,
        @Nullable Money fixedIndemnity, @Nullable FeeScale scale, @Nullable List<FeeScale> scales,
        @Nullable Integer graceDays, @Nullable Money minimumAmount, @Nullable String source) {

    public DebtorClassCharges {
        scales = scales == null ? null : List.copyOf(scales);
    }

    /** @param disputedItems as for everybody */
    public LateChargeRules rules(@Nullable DisputedItems disputedItems) {
        return new LateChargeRules(interest, fixedIndemnity, scale, graceDays, minimumAmount, source, scales, null,
                disputedItems);
    }
}
