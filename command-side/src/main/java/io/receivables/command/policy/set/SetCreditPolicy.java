package io.receivables.command.policy.set;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.PolicyRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Decisions dated from {@code validFrom} on shall be judged by these limits and rules.
 *
 * @param approvals null lets nobody decide alone
 */
record SetCreditPolicy(LegalEntityId legalEntity, LocalDate validFrom, @Nullable ApprovalLimits approvals,
        PolicyRules rules) implements Command {

    @Override
    public String target() {
        return StreamType.CREDIT_POLICY.streamId(legalEntity);
    }
}
