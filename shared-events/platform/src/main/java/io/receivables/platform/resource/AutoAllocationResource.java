package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.events.policy.AllocationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of allocation found for what was unallocated of a payment or credit note.
 *
 * @param unresolved what of it they found no place for
 * @param reason why; absent when nothing is left
 * @param policyVersion the version that set the order of the rules; absent where no policy was valid
 * @param proposals what would be allocated, in the answer to a dry run only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AutoAllocationResource(Outcome outcome, Money unresolved, @Nullable String reason,
        @Nullable Integer policyVersion, @Nullable List<Proposal> proposals) {

    /** How much of it. */
    public enum Outcome {
        ALLOCATED,
        PARTLY_ALLOCATED,
        NOT_ALLOCATED
    }

    /**
     * An allocation that was not made.
     *
     * @param document the id of an invoice or late charge
     * @param instalment absent when it would spread over the instalments, the oldest due first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proposal(String document, @Nullable Integer instalment, Money amount, AllocationRule rule,
            String reason) {}
}
