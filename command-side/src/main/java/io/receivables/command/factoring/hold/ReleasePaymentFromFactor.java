package io.receivables.command.factoring.hold;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactoringId;
import java.time.LocalDate;

/** The cash was not the factor's: it is unapplied again. */
record ReleasePaymentFromFactor(FactoringId factoringId, FactorDebtId debtId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.FACTORING.streamId(factoringId);
    }
}
