package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a customer's credit when an amount was added to it, and what followed.
 *
 * @param exposure before the amount
 * @param limit in force on the day of the decision; null when there was none
 * @param headroom limit less exposure; below zero where it was exceeded already; null without limit
 * @param holds that were in force, besides the limit
 * @param creditOverrideId the permission that was used; null when none was needed
 * @param policyVersion the version whose rules were applied; null where none was valid
 * @param group that the account is in; null when it is in none, or in one without limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditCheck(Outcome outcome, Money amount, Exposure exposure, @Nullable Money limit,
        @Nullable Money headroom, List<HoldReason> holds, @Nullable CreditOverrideId creditOverrideId,
        @Nullable Integer policyVersion, @Nullable GroupCredit group) {

    /** Of an account that is in no group with a limit. */
    public CreditCheck(Outcome outcome, Money amount, Exposure exposure, @Nullable Money limit,
            @Nullable Money headroom, List<HoldReason> holds, @Nullable CreditOverrideId creditOverrideId,
            @Nullable Integer policyVersion) {
        this(outcome, amount, exposure, limit, headroom, holds, creditOverrideId, policyVersion, null);
    }

    /** PASSED: no rule was broken. WARNED: one was, and the policy only warns. OVERRIDDEN: one was, with permission. */
    public enum Outcome {
        PASSED,
        WARNED,
        OVERRIDDEN
    }
}
