package io.receivables.command.collection.insolvency;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.InsolvencyId;
import io.receivables.events.account.InsolvencyKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A court has opened an insolvency procedure over the customer. */
record OpenInsolvency(AccountId accountId, InsolvencyId insolvencyId, InsolvencyKind kind,
        @Nullable String courtReference,
        @Nullable LocalDate declareBy, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
