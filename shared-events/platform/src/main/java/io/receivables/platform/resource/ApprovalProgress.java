package io.receivables.platform.resource;

import io.receivables.events.policy.RequiredApproval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who must agree to a decision, and who has.
 *
 * @param approvers how many different people, none of them the one who asks
 * @param role that each of them needs
 * @param approvedBy who has agreed so far
 */
public record ApprovalProgress(int approvers, String role, List<String> approvedBy) {

    /** Null for a decision that was within the limit, to which nobody had to agree. */
    public static @Nullable ApprovalProgress shown(boolean atOnce, @Nullable RequiredApproval required,
            List<String> approvedBy) {
        return atOnce ? null : of(required, approvedBy);
    }

    /** @param required null means one controller */
    public static ApprovalProgress of(@Nullable RequiredApproval required, List<String> approvedBy) {
        var who = required == null ? RequiredApproval.ONE_CONTROLLER : required;
        return new ApprovalProgress(who.approvers(), who.role(), List.copyOf(approvedBy));
    }
}
