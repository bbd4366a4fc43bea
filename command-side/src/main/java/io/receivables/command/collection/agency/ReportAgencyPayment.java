package io.receivables.command.collection.agency;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.AgencyPlacementId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;

/** Names a payment that the agency has collected, and its fee. */
record ReportAgencyPayment(AccountId accountId, AgencyPlacementId placementId, PaymentId paymentId, Money fee,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
