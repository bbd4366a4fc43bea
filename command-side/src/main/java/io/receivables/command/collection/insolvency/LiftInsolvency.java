package io.receivables.command.collection.insolvency;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.InsolvencyId;
import java.time.LocalDate;

/** The procedure has ended. */
record LiftInsolvency(AccountId accountId, InsolvencyId insolvencyId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
