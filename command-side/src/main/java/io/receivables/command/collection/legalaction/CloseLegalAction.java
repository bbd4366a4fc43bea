package io.receivables.command.collection.legalaction;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.LegalActionId;
import io.receivables.events.account.LegalActionOutcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Says how an action in court has ended. */
record CloseLegalAction(AccountId accountId, LegalActionId legalActionId, LegalActionOutcome outcome,
        @Nullable String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
