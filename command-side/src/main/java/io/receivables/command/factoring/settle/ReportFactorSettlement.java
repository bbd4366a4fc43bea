package io.receivables.command.factoring.settle;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.ClaimItem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The factor reports that the debtor has paid it. */
record ReportFactorSettlement(FactoringId factoringId, FactorSettlementId settlementId, List<ClaimItem> items,
        @Nullable String reference, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.FACTORING.streamId(factoringId);
    }
}
