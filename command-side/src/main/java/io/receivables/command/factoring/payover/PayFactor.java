package io.receivables.command.factoring.payover;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.factoring.FactorPayoutId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Transfers to the factor what came to us for it. */
record PayFactor(FactoringId factoringId, FactorPayoutId payoutId, Money amount, @Nullable String reference,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.FACTORING.streamId(factoringId);
    }
}
