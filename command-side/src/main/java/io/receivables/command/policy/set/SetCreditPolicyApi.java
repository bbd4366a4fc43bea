package io.receivables.command.policy.set;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.AllocationRule;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.ComponentOrder;
import io.receivables.events.policy.CreditRules;
import io.receivables.events.policy.DiscountRules;
import io.receivables.events.policy.DunningRules;
import io.receivables.events.policy.LateChargeRules;
import io.receivables.events.policy.PolicyRules;
import io.receivables.events.policy.TermsRules;
import io.receivables.events.policy.WriteOffRules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SetCreditPolicyApi {

    private final Commands commands;

    SetCreditPolicyApi(Commands commands) {
        this.commands = commands;
    }

    /** The sections are values, as money is: they are in the request as they are in the fact. */
    record Body(LocalDate validFrom, @Nullable ApprovalLimits approvals, @Nullable TermsRules terms,
            @Nullable CreditRules credit, @Nullable DiscountRules discounts,
            @Nullable List<AllocationRule> allocationOrder, @Nullable ComponentOrder componentOrder,
            @Nullable Money tolerance,
            @Nullable LateChargeRules lateCharges, @Nullable DunningRules dunning, @Nullable WriteOffRules writeOffs,
            @Nullable List<Integer> edges) {

        PolicyRules rules() {
            return new PolicyRules(terms, credit, discounts, allocationOrder, componentOrder, tolerance, lateCharges,
                    dunning, writeOffs, edges);
        }
    }

    @PutMapping("/v1/credit-policies/{legalEntity}")
    ResponseEntity<byte[]> set(@PathVariable LegalEntityId legalEntity, @RequestBody Body body,
            CommandContext context) {
        return commands.send(new SetCreditPolicy(legalEntity, body.validFrom(), body.approvals(), body.rules()),
                context);
    }
}
