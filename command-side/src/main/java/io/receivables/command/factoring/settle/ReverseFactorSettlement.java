package io.receivables.command.factoring.settle;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactoringId;
import java.time.LocalDate;

/** What the factor had reported was not so. */
record ReverseFactorSettlement(FactoringId factoringId, FactorSettlementId settlementId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.FACTORING.streamId(factoringId);
    }
}
