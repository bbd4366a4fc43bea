package io.receivables.command.account.debtorclass;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.DebtorClass;
import java.time.LocalDate;

/** Charges that are claimed from now on follow the rules of another class of debtor. */
record ChangeDebtorClass(AccountId accountId, DebtorClass debtorClass, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
