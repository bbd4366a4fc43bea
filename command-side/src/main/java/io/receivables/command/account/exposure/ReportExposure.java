package io.receivables.command.account.exposure;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReportedExposure;
import java.time.LocalDate;

/** Tells what counts against an account's limit besides its receivables; a part that is not named stays as it was. */
record ReportExposure(AccountId accountId, ReportedExposure exposure, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
