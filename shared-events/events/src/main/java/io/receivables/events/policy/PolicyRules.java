package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of the credit policy rules besides approvals. A section that is null leaves its subject to the defaults
 * that its own record states.
 *
 * @param allocationOrder the rules that are tried in turn; null: INSTRUCTION, EXACT_MATCH, UNIQUE_SUBSET, LEGAL_ORDER
 * @param componentOrder null: PRINCIPAL_FIRST
 * @param tolerance the largest difference that may be written off as small; null: none is
 * @param edges of the aged balance's buckets, in days past due, when a question names none; null: 30, 60, 90
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyRules(@Nullable TermsRules terms, @Nullable CreditRules credit, @Nullable DiscountRules discounts,
        @Nullable List<AllocationRule> allocationOrder, @Nullable ComponentOrder componentOrder,
        @Nullable Money tolerance, @Nullable LateChargeRules lateCharges, @Nullable DunningRules dunning,
        @Nullable WriteOffRules writeOffs, @Nullable List<Integer> edges, @Nullable AgreementRules agreements,
        @Nullable CollectionRules collections, @Nullable AllowanceRules allowance, @Nullable RiskRules risk) {

    public static final PolicyRules NONE = new PolicyRules(null, null, null, null, null, null, null, null, null,
            null);

    /** Rules of the money alone: none of agreements, collections, allowance and risk. */
    public PolicyRules(@Nullable TermsRules terms, @Nullable CreditRules credit, @Nullable DiscountRules discounts,
            @Nullable List<AllocationRule> allocationOrder, @Nullable ComponentOrder componentOrder,
            @Nullable Money tolerance, @Nullable LateChargeRules lateCharges, @Nullable DunningRules dunning,
            @Nullable WriteOffRules writeOffs, @Nullable List<Integer> edges) {
        this(terms, credit, discounts, allocationOrder, componentOrder, tolerance, lateCharges, dunning, writeOffs,
                edges, null, null, null, null);
    }
}
