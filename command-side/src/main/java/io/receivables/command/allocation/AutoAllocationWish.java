package io.receivables.command.allocation;

import io.receivables.events.allocation.AllocationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is unallocated of a document shall find what it settles.
 *
 * @param runId the allocations are numbered under it
 * @param effectiveDate null: from when the money is there, or from the issue of the invoice if that is later
 * @param dryRun whether nothing is to be recorded
 */
public record AutoAllocationWish(String runId, @Nullable LocalDate effectiveDate, boolean dryRun) {

    AllocationId id(int number) {
        return new AllocationId(runId + "-" + number);
    }
}
