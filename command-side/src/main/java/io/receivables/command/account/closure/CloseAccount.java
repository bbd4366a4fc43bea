package io.receivables.command.account.closure;

import io.receivables.command.openitem.LastMove;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import java.time.LocalDate;

/**
 * The account shall take nothing any more.
 *
 * @param history what was read of it before anybody had to wait
 */
record CloseAccount(AccountId accountId, String reason, LocalDate effectiveDate, LastMove history) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
