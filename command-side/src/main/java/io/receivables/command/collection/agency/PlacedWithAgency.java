package io.receivables.command.collection.agency;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.resource.AgencyPlacementResource;
import io.receivables.platform.resource.Versioned;
import java.util.List;

/**
 * A placement.
 *
 * @param notPlaced what is overdue besides and others have, where all that is overdue was to be placed
 */
record PlacedWithAgency(@JsonUnwrapped AgencyPlacementResource placement,
        List<NotPlaced> notPlaced) implements Versioned {

    /**
     * @param code of the refusal, had it been named
     * @param detail who has it
     */
    record NotPlaced(ClaimItem item, ProblemCode code, String detail) {}

    @Override
    public long version() {
        return placement.version();
    }

    @Override
    public PlacedWithAgency at(long at) {
        return new PlacedWithAgency(placement.at(at), notPlaced);
    }
}
