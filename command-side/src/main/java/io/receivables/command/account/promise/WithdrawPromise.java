package io.receivables.command.account.promise;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PromiseId;
import java.time.LocalDate;

/** Takes note that a promise counts no more. */
record WithdrawPromise(AccountId accountId, PromiseId promiseId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
