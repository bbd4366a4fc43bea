package io.receivables.command.policy;

import io.receivables.events.policy.RequiredApproval;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decision that waits for others to agree.
 *
 * @param approvedBy who has agreed so far
 */
public record PendingApproval(String requestedBy, RequiredApproval required, List<String> approvedBy) {

    /** @param required null means one controller */
    public static PendingApproval of(String requestedBy, @Nullable RequiredApproval required) {
        return new PendingApproval(requestedBy, required == null ? RequiredApproval.ONE_CONTROLLER : required,
                List.of());
    }

    /**
     * Whether the decision counts with this one's word.
     *
     * @param what names the decision in refusals: "write-off W1 over 100.00 EUR"
     * @throws Refusal when this one may not agree: APPROVER_IS_REQUESTER, APPROVER_HAS_APPROVED, APPROVER_LACKS_AUTHORITY
     */
    public boolean isCompletedBy(Approver approver, String what) {
        var who = approver.subject();
        if (who.equals(requestedBy)) {
            throw new Refusal(ProblemCode.APPROVER_IS_REQUESTER,
                    who + " asked for " + what + "; somebody else approves it");
        }
        if (approvedBy.contains(who)) {
            throw new Refusal(ProblemCode.APPROVER_HAS_APPROVED, who + " has approved " + what + " already; "
                    + required.approvers() + " different people must, and " + approvedBy.size() + " did");
        }
        if (!approver.has(required.role())) {
            throw new Refusal(ProblemCode.APPROVER_LACKS_AUTHORITY, what + " is approved by " + required.approvers()
                    + " with the role " + required.role() + ", which " + who + " does not have");
        }
        return approvedBy.size() + 1 >= required.approvers();
    }

    /** The same about what is named; a refusal leaves behind that it was tried. */
    public boolean isCompletedBy(Approver approver, ToApprove what, LocalDate today) {
        try {
            return isCompletedBy(approver, what.toString());
        } catch (Refusal refusal) {
            throw what.refused(refusal, requestedBy, approver.subject(), today);
        }
    }

    public PendingApproval with(String approver) {
        return new PendingApproval(requestedBy, required,
                Stream.concat(approvedBy.stream(), Stream.of(approver)).toList());
    }

    /** Everybody who agreed, as facts have it: null where just one had to. */
    public @Nullable List<String> allWith(Approver last) {
        return required.approvers() == 1 ? null : with(last.subject()).approvedBy();
    }
}
