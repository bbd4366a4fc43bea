package io.receivables.command.dunning.run;

import io.receivables.command.stream.Command;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reminds the next accounts that are late. A run is many of these, so that nobody waits for it.
 *
 * @param dryRun whether it only says what it would do
 * @param policyVersion null: the version that is valid at the date; another one is a simulation
 * @param after the account after which this part begins; null for the first part
 */
record RunDunning(LegalEntityId legalEntity, LocalDate asAt, boolean dryRun, @Nullable Integer policyVersion,
        @Nullable AccountId after) implements Command {

    @Override
    public LocalDate effectiveDate() {
        return asAt;
    }

    @Override
    public String datePointer() {
        return "/asAt";
    }

    RunDunning from(@Nullable AccountId next) {
        return new RunDunning(legalEntity, asAt, dryRun, policyVersion, next);
    }
}
