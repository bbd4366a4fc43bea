package io.receivables.command.charge.run;

import io.receivables.command.charge.LateInvoices.Found;
import io.receivables.command.stream.Command;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Claims what the next late invoices owe and is not claimed yet. A run is many of these, so that nobody waits for it.
 *
 * @param dryRun whether it only says what it would do
 * @param policyVersion null: the version that is valid at the date; another one is a simulation
 * @param after the invoice after which this part begins; null for the first part
 */
record RunLateCharges(LegalEntityId legalEntity, LocalDate asAt, boolean dryRun, @Nullable Integer policyVersion,
        @Nullable Found after) implements Command {

    @Override
    public LocalDate effectiveDate() {
        return asAt;
    }

    @Override
    public String datePointer() {
        return "/asAt";
    }

    RunLateCharges from(@Nullable Found next) {
        return new RunLateCharges(legalEntity, asAt, dryRun, policyVersion, next);
    }
}
