package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of the approval matrix: who must agree to amounts up to a bound.
 *
 * @param upTo inclusive; null in the last step, which holds for every greater amount
 * @param role who approves, as tokens spell it: {@code credit-manager} or {@code controller}, which null means
 * @param approvers how many different people, 1 or 2; null means 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalStep(@Nullable Money upTo, @Nullable String role, @Nullable Integer approvers) {

    public RequiredApproval required() {
        return new RequiredApproval(approvers == null ? 1 : approvers,
                role == null ? RequiredApproval.ONE_CONTROLLER.role() : role);
    }
}
