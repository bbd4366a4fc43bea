package io.receivables.query.page;

import io.receivables.platform.resource.ApprovalProgress;
import org.jspecify.annotations.Nullable;

/** Who has decided about what somebody else had asked for. */
final class DecidedBy {

    private DecidedBy() {}

    /**
     * Everybody who has agreed so far, or who said no; null while nobody did, and where nobody had to.
     *
     * @param last who agreed last
     */
    static @Nullable String of(@Nullable ApprovalProgress approval, @Nullable String last,
            @Nullable String rejectedBy) {
        if (rejectedBy != null) {
            return rejectedBy;
        }
        return approval == null || approval.approvedBy().isEmpty() ? last : String.join(", ", approval.approvedBy());
    }
}
