package io.receivables.events.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.events.policy.AllocationRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why money went where it went, when a rule and not a person chose.
 *
 * @param id the rule that chose
 * @param policyVersion the version that set the order of the rules; null where no policy was valid
 * @param reason in a sentence, with the numbers
 * @param considered how many open items there were to choose from
 * @param inputs the first of them, in the order in which the rule saw them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleApplied(AllocationRule id, @Nullable Integer policyVersion, String reason, int considered,
        List<Item> inputs) {

    /**
     * An open item that the rule could choose.
     *
     * @param document the id of the invoice or of the late charge
     * @param instalment number from 1; 0 for a late charge
     * @param toPay what would have settled it, a discount that was still to be earned taken off
     */
    public record Item(String document, int instalment, LocalDate dueDate, Money toPay) {}
}
