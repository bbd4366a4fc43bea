package io.receivables.command.account.promise;

import io.receivables.command.account.PromiseClaim;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import java.time.LocalDate;

/** Takes note that the customer promises to pay. */
record MakePromise(AccountId accountId, PromiseClaim claim) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }

    @Override
    public LocalDate effectiveDate() {
        return claim.effectiveDate();
    }
}
