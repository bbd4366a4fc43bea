package io.receivables.command.account.credithold;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditHoldId;
import java.time.LocalDate;

/** Stops new invoices for an account. */
record PlaceCreditHold(AccountId accountId, CreditHoldId holdId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
