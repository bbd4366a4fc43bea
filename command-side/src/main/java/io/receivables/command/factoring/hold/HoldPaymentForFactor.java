package io.receivables.command.factoring.hold;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;

/** Unapplied cash of a payment settles what has left our books: it is the factor's. */
record HoldPaymentForFactor(FactoringId factoringId, FactorDebtId debtId, PaymentId paymentId, ClaimItem item,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.FACTORING.streamId(factoringId);
    }
}
