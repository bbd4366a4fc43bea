package io.receivables.command.credit;

import io.receivables.events.allocation.DiscountShare;
import io.receivables.events.allocation.RuleApplied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is worth knowing of an allocation besides its amounts.
 *
 * @param rule why the money went there; null when the request named the invoice
 * @param discountShares the discount by tax rate; null when none was granted or the rates are not known
 */
public record AllocationNote(@Nullable RuleApplied rule, @Nullable List<DiscountShare> discountShares) {

    public static final AllocationNote NONE = new AllocationNote(null, null);
}
