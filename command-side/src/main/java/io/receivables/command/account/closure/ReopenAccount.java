package io.receivables.command.account.closure;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import java.time.LocalDate;

/** A closed account shall take facts again. */
record ReopenAccount(AccountId accountId, String reason, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
