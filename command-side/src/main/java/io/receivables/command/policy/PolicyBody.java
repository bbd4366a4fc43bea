package io.receivables.command.policy;

import io.receivables.events.money.Money;
import io.receivables.events.policy.AgreementRules;
import io.receivables.events.policy.AllocationRule;
import io.receivables.events.policy.AllowanceRules;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CollectionRules;
import io.receivables.events.policy.ComponentOrder;
import io.receivables.events.policy.CreditRules;
import io.receivables.events.policy.DiscountRules;
import io.receivables.events.policy.DunningRules;
import io.receivables.events.policy.LateChargeRules;
import io.receivables.events.policy.PolicyRules;
import io.receivables.events.policy.RiskRules;
import io.receivables.events.policy.TermsRules;
import io.receivables.events.policy.WriteOffRules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a credit policy as a request gives it. The sections are values, as money is: they are in the request as they
 * are in the fact.
 */
public record PolicyBody(LocalDate validFrom, @Nullable ApprovalLimits approvals, @Nullable TermsRules terms,
        @Nullable CreditRules credit, @Nullable DiscountRules discounts,
        @Nullable List<AllocationRule> allocationOrder, @Nullable ComponentOrder componentOrder,
        @Nullable Money tolerance, @Nullable LateChargeRules lateCharges, @Nullable DunningRules dunning,
        @Nullable WriteOffRules writeOffs, @Nullable List<Integer> edges, @Nullable AgreementRules agreements,
        @Nullable CollectionRules collections, @Nullable AllowanceRules allowance, @Nullable RiskRules risk) {

    public PolicyRules rules() {
        return new PolicyRules(terms, credit, discounts, allocationOrder, componentOrder, tolerance, lateCharges,
                dunning, writeOffs, edges, agreements, collections, allowance, risk);
    }
}
